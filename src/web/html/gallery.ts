import { galleryCase, gallerySeen } from './gallery-case.ts'
import { galleryChair } from './gallery-chair.ts'
import { galleryForms } from './gallery-forms.ts'
import { galleryHome } from './gallery-home.ts'
import { galleryPolicy } from './gallery-policy.ts'
import { galleryStates } from './gallery-states.ts'

/**
 * Every component on the pages of the mock-ups, filled with their invented data: for looking, and for the browser test.
 * Names are those of the pictures ("02-case"); `pieces` shows what no picture shows.
 */
export function gallery(): readonly { readonly name: string; readonly html: string }[] {
  return [
    ...galleryHome(),
    { name: '02-case', html: galleryCase(true) },
    { name: '02b-case-closed', html: galleryCase(false) },
    { name: '03-as-they-see-it', html: gallerySeen() },
    ...galleryForms(),
    ...galleryChair(),
    ...galleryPolicy(),
    ...galleryStates(),
  ]
}
