import QRCode from 'qrcode'

/**
 * The payload is compressed and signed, so to the eye it is noise: no mask (ISO/IEC 18004, 7.8) does better than another,
 * and trying all eight takes ten times as long as drawing the code.
 */
const MASK = 3

/** A QR code (error correction M) as an SVG of one path, one unit a module, without its quiet zone. */
export function drawQr(text: string): { readonly svg: string; readonly modules: number } {
  const { modules } = QRCode.create([{ data: text, mode: 'alphanumeric' }], {
    errorCorrectionLevel: 'M',
    maskPattern: MASK,
  })
  const { size } = modules
  const places = [...Array(size).keys()]
  const rows = places.map((row) =>
    drawRow(
      row,
      places.map((column) => modules.get(row, column) === 1),
    ),
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${rows.join('')}"/></svg>`
  return { svg, modules: size }
}

/** Runs of dark modules, so that no hairline of the page shows between two of them. */
function drawRow(row: number, dark: readonly boolean[]): string {
  let path = ''
  for (let start = 0; start < dark.length; start += 1) {
    if (!dark[start]) continue
    let end = start
    while (dark[end]) end += 1
    path += `M${start} ${row}h${end - start}v1h${start - end}z`
    start = end
  }
  return path
}
