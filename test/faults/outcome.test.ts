import { describe, expect, test } from 'vitest'
import { type Ended, hasWrongDocuments, isWell, type Outcome } from './outcome.ts'

const good: Outcome = {
  system: 'realty',
  mode: 'down',
  cases: 200,
  endless: 0,
  hits: 3,
  told: 3,
  ended: 200,
  paid: 50,
  due: 50,
  lost: 0,
  wrongDocuments: 0,
  wrongCharges: 0,
  unsentLetters: 0,
  recoverySeconds: 12,
}
const well = (change: Partial<Outcome>) => isWell({ ...good, ...change })

describe('a fault is overcome', () => {
  test.each<[string, Partial<Outcome>]>([
    ['when it was met, told of, and every case ended as it ends otherwise', {}],
    ['when nobody was told of late answers', { mode: 'slow', told: 0 }],
    ['when nobody was told that the mail server is down', { system: 'mail', told: 0 }],
    ['when nobody had to pay, beside the bank', { paid: 0, due: 0 }],
    ['at the bank, when duties were paid', { system: 'bank' }],
  ])('%s', (_, change) => {
    expect(well(change)).toBe(true)
  })

  test.each<[string, Partial<Outcome>]>([
    ['cases do not end even when nothing fails', { endless: 1 }],
    ['nothing met it', { hits: 0 }],
    ['nobody was told that a system does not answer', { told: 0 }],
    ['nobody was told that answers are damaged', { mode: 'wrong', told: 0 }],
    ['nobody was told that answers are of another shape', { mode: 'misshapen', told: 0 }],
    ['nobody paid while the bank failed', { system: 'bank', paid: 0, due: 0 }],
    ['fewer paid than when nothing fails', { paid: 49 }],
    ['a case ended otherwise', { ended: 199 }],
    ['a case is still open', { lost: 1 }],
    ['a case has the wrong documents', { wrongDocuments: 1 }],
    ['somebody was charged wrongly', { wrongCharges: 1 }],
    ['a letter was not sent', { unsentLetters: 1 }],
  ])('and is not when %s', (_, change) => {
    expect(well(change)).toBe(false)
  })
})

const finished: Ended = {
  status: 'finished',
  documents: ['certificate'],
  results: ['certificate'],
}
const refused: Ended = { ...finished, status: 'refused', documents: ['refusal'] }

describe('the documents of a case', () => {
  test.each<[string, Ended, Ended]>([
    ['its certificate', finished, finished],
    ['its refusal', refused, refused],
    ['a certificate where otherwise it was refused: told by how it ended', finished, refused],
  ])('are right: %s', (_, ended, quiet) => {
    expect(hasWrongDocuments(ended, quiet)).toBe(false)
  })

  test.each<[string, Ended, Ended]>([
    ['two of a kind', { ...finished, documents: ['certificate', 'certificate'] }, finished],
    ['none at its end', { ...finished, documents: [] }, { ...finished, documents: [] }],
    ['a certificate beside the refusal', { ...refused, documents: ['certificate'] }, finished],
    ['no notification of the refusal', { ...refused, documents: [] }, refused],
    ['another one than otherwise', { ...finished, documents: ['notification'] }, finished],
  ])('are wrong: %s', (_, ended, quiet) => {
    expect(hasWrongDocuments(ended, quiet)).toBe(true)
  })
})
