import { type Desk, openCase, opens, reads } from './desk.ts'
import { decision, does, doesEverything, submit } from './steps.ts'

/** Each says, on a screen of their own, that it is settled; the second is told that the first said so. */
export async function agree(desk: Desk, number: string, people: readonly string[], said: string): Promise<void> {
  for (const [n, person] of people.entries()) {
    await opens(desk, person, number)
    if (n > 0) await reads(desk, 'that it is settled. It ends when you say so too.')
    await does(desk, 'Say that it is settled', { 'What has been agreed': said })
  }
  await reads(desk, 'It was settled by agreement')
}

/** One writes down what was agreed, and everybody signs these very words. */
export async function signSameWords(
  desk: Desk,
  number: string,
  [writer, ...others]: readonly [string, ...string[]],
  lines: readonly string[],
): Promise<void> {
  await opens(desk, writer, number)
  await does(desk, 'Agree the outcome', { 'What do you want to do': 'Write down what was agreed' })
  await submit(desk, { 'What was agreed': lines })
  await reads(desk, ...lines, 'Not signed yet')
  await submit(desk, { 'What do you want to do': 'Sign your own words' })
  await signature(desk, lines)
  for (const other of others) {
    await opens(desk, other, number)
    await does(desk, 'Agree the outcome', { 'What do you want to do': 'Confirm their words' })
    await signature(desk, lines)
  }
}

async function signature(desk: Desk, lines: readonly string[]): Promise<void> {
  await reads(desk, 'You sign exactly what stands here', ...lines)
  await submit(desk, { 'Were you listened to': 'Yes', 'What did it do for the child': 'It is settled sooner.' })
}

/** The Chair has settled it: the side that raised it reads how, the senior managers sign what follows, and all do what is left. */
export async function endsAtTheTop(desk: Desk, number: string, day: string, lines: readonly string[]): Promise<void> {
  await opens(desk, 'Amira Hussain', number)
  await reads(desk, `It was decided on ${day}`, ...Object.values(decision))
  await signSameWords(desk, number, ['Dilys Owen', 'Malcolm Frith'], lines)
  await everythingDone(desk, number, [
    'Tom Reddy',
    'Grace Adeyemi',
    'Malcolm Frith',
    'Joanne Pike',
    'Dilys Owen',
    'Amira Hussain',
  ])
}

/** Everybody does what is left for them, and the case closes by itself with the last of it. */
export async function everythingDone(desk: Desk, number: string, people: readonly string[]): Promise<void> {
  for (const person of people) await doesEverything(desk, number, person)
  await openCase(desk, number)
  await reads(desk, 'This case is closed')
}
