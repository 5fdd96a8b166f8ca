import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { imageSize } from './image-size.ts'

describe('the size of a picture', () => {
  it('is read from the header of a PNG and of a JPEG behind its other segments', () => {
    const png = Buffer.from(
      '89504e470d0a1a0a0000000d494844520000010000000020080200000000000000',
      'hex',
    )
    expect(imageSize(png)).toEqual({ width: 256, height: 32 })
    const jpeg = Buffer.from('ffd8ffe00004aabbffffc2000b080020010003000000000000', 'hex')
    expect(imageSize(jpeg)).toEqual({ width: 256, height: 32 })
  })

  it('is unknown for anything else, and reading it never throws', () => {
    expect(imageSize(Buffer.from('GIF89a'))).toBeUndefined()
    const starts = fc.constantFrom('ffd8', 'ffd8ff', '89504e470d0a1a0a', '')
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 80 }), (start, bytes) => {
        imageSize(Buffer.concat([Buffer.from(start, 'hex'), bytes]))
      }),
    )
  })
})
