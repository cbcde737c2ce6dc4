/** How much room words take in Arial or the like. No browser is asked: widths are taken a little large, so that words never leave their box. */

export interface Font {
  /** In units of the drawing, which are CSS pixels when it is shown at its own size. */
  readonly size: number
  readonly bold: boolean
}

/** The width of a line, in units. */
export function lineWidth(text: string, { size, bold }: Font): number {
  const ems = Array.from(text).reduce((sum, letter) => sum + (widths.get(letter) ?? usual(letter)), 0)
  return ems * size * (bold ? 1.1 : 1.03)
}

/** Words broken into lines no wider than `width`; a word that is wider alone is broken too. At least one line. */
export function wrap(text: string, width: number, font: Font): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((one) => pieces(one, width, font))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && lineWidth(longer, font) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

// A word wider than the line is cut where it must be: better than words outside their box.
function pieces(word: string, width: number, font: Font): readonly string[] {
  if (lineWidth(word, font) <= width) return [word]
  const letters = Array.from(word)
  const cut = letters.findIndex((_, i) => i > 0 && lineWidth(letters.slice(0, i + 1).join(''), font) > width)
  if (cut < 1) return [word]
  return [letters.slice(0, cut).join(''), ...pieces(letters.slice(cut).join(''), width, font)]
}

const usual = (letter: string): number => (/\p{Lu}/u.test(letter) ? 0.7 : 0.556)

const widths: ReadonlyMap<string, number> = new Map(
  [
    ["ijl|'’‘", 0.23],
    [' !,./:;ftI[]', 0.28],
    ['r()-“”', 0.34],
    ['cksvxyz', 0.5],
    ['mM', 0.84],
    ['wW%', 0.9],
  ].flatMap(([letters, width]) => Array.from(String(letters), (letter) => [letter, Number(width)] as const)),
)
