/** What a finger or a child goes along: digits, alphabets, the rows and the columns of keyboards. */
const LINES = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю.',
  'әіңғ,.үұқөһ',
  '!@#$%^&*()',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1йфя2цыч3увс4кам5епи6нрт7гоь8шлб9щдю',
  '1й2ц3у4к5е6н7г8ш9щ0з',
] as const

/** Pairs of characters that follow one another on a line, in either direction. */
const NEIGHBOURS: ReadonlySet<string> = new Set(
  LINES.flatMap((line) => {
    const signs = Array.from(line)
    return signs.slice(1).flatMap((sign, index) => {
      const before = signs[index] ?? ''
      return [before + sign, sign + before]
    })
  }),
)

/** In how many stretches along a line (or of one character) a text can be typed. */
function stretches(signs: readonly string[]): number {
  const jumps = signs.slice(1).filter((sign, index) => {
    const before = signs[index] ?? ''
    return sign !== before && !NEIGHBOURS.has(before + sign)
  })
  return jumps.length + 1
}

/** The shortest beginning that, said again and again, is the whole text. */
function unitOf(signs: readonly string[]): readonly string[] {
  const length = signs.findIndex(
    (_, index) => index > 0 && signs.every((sign, at) => sign === signs[at % index]),
  )
  return length < 0 ? signs : signs.slice(0, length)
}

const MIN_UNIT = 5
const MAX_STRETCHES = 3

/** Whether a text is a short one repeated, or two or three stretches along an alphabet or a keyboard. */
export function isSequence(text: string): boolean {
  const signs = Array.from(text.toLowerCase())
  const unit = unitOf(signs)
  return unit.length < MIN_UNIT || stretches(unit) <= MAX_STRETCHES
}
