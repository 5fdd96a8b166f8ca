import { createSheet } from '#registries/kit'
import { INTAKES, REGISTRY_NAMES } from '../../src/main/intakes.ts'

/** docs/registries.md: what each column of the tables means in which records are imported and exported. */
export function registriesDocument(): string {
  const lines = [
    '# Records of the registries',
    '',
    'Made by `npm run generate` from the code. `npx qyzmet registry import REGISTRY FILE.csv` takes these columns; any may be missing but the',
    'key (bold), an unknown one is refused. A column with a dot is a member of a part; of a list the first item stands in the line of the record,',
    'each further one in a line below that repeats the key. JSON has the same members as objects and lists, one object a line or one list. Values',
    'are UTF-8, separated by comma, semicolon or tab. What leans on other records comes after them: branches after their legal entities,',
    'records of civil status after their office and in the order of their days.',
  ]
  for (const name of REGISTRY_NAMES) {
    const { intake } = INTAKES[name]
    lines.push('', `## ${name}`, '', '| column | what |', '|---|---|')
    for (const column of createSheet(intake.row).columns) {
      const shown = column.name === intake.keyed ? `**\`${column.name}\`**` : `\`${column.name}\``
      lines.push(`| ${shown} | ${column.about} |`)
    }
  }
  return `${lines.join('\n')}\n`
}
