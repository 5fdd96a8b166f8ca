import { createSheet } from '#registries/kit'
import { INTAKES, REGISTRY_NAMES } from '../../src/main/intakes.ts'

/** docs/registries.md: what each column of the tables means in which records are imported and exported. */
export function registriesDocument(): string {
  const lines = [
    '# Records of the registries',
    '',
    'Made by `npm run generate` from the code. `npx qyzmet registry import REGISTRY FILE.csv` takes these columns; the key (bold) has to be there,',
    'an unknown column is refused. What may be empty may also be left out, in JSON too; a record without a value that it needs is rejected. A column',
    'with a dot is a member of a part; of a list the first item stands in the line of the record, each further one in a line below that repeats the',
    'key. JSON has the same members as objects and lists, one object a line or one list. Values are UTF-8, separated by comma, semicolon or tab. What',
    'leans on other records comes after them: branches after their legal entities, records of civil status after their office and in the order of their',
    'days.',
    '',
    'A file that is not UTF-8 is refused as a whole. Rejected records are written to `FILE.rejected.csv` as they were, behind the columns',
    '`rejection.row`, `rejection.code` and `rejection.text`; of a JSON file to `FILE.rejected.jsonl` with the member `rejection`. Mend them there and',
    'import that file: what is said of the rejection is left aside. Where a file cannot be read on (a quotation mark that is not closed, JSON that',
    'breaks off), the records before that place are taken (not the last one of a table, which may go on there), the report tells how many, and the',
    'exit code is 1.',
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
