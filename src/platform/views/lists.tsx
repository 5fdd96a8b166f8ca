import type { ComponentChildren } from 'preact'

export type TagLook = 'blue' | 'green' | 'yellow' | 'red' | 'grey'
/** A state in one word. Colour never says it alone. */
export const Tag = (props: {
  readonly look?: TagLook | undefined
  readonly children: ComponentChildren
}) => <strong class={`govuk-tag govuk-tag--${props.look ?? 'blue'}`}>{props.children}</strong>

export interface SummaryRow {
  readonly key: string
  readonly value: ComponentChildren
  readonly action?: { readonly href: string; readonly text: string } | undefined
}

/** Question and answer, line by line; an action names its line to a screen reader. */
export function SummaryList(props: { readonly rows: readonly SummaryRow[] }) {
  const actions = props.rows.some(({ action }) => action !== undefined)
  return (
    <dl class="govuk-summary-list">
      {props.rows.map(({ key, value, action }) => (
        <div
          class={`govuk-summary-list__row${actions && action === undefined ? ' govuk-summary-list__row--no-actions' : ''}`}
        >
          <dt class="govuk-summary-list__key">{key}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
          {action === undefined ? null : (
            <dd class="govuk-summary-list__actions">
              <a class="govuk-link" href={action.href}>
                {action.text}
                <span class="govuk-visually-hidden"> ({key})</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

export interface Task {
  readonly title: string
  readonly href?: string | undefined
  readonly hint?: ComponentChildren
  readonly status: ComponentChildren
}

export function TaskList(props: { readonly id: string; readonly tasks: readonly Task[] }) {
  return (
    <ul class="govuk-task-list">
      {props.tasks.map(({ title, href, hint, status }, index) => {
        const id = `${props.id}-${index + 1}`
        return (
          <li
            class={`govuk-task-list__item${href === undefined ? '' : ' govuk-task-list__item--with-link'}`}
          >
            <div class="govuk-task-list__name-and-hint">
              {href === undefined ? (
                <div>{title}</div>
              ) : (
                <a
                  class="govuk-link govuk-task-list__link"
                  href={href}
                  aria-describedby={`${id}-status`}
                >
                  {title}
                </a>
              )}
              {hint === undefined ? null : <div class="govuk-task-list__hint">{hint}</div>}
            </div>
            <div class="govuk-task-list__status" id={`${id}-status`}>
              {status}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row) => ComponentChildren
  readonly numeric?: boolean | undefined
  /** Heads its row for a screen reader. */
  readonly rowHead?: boolean | undefined
}

export interface TableProps<Row> {
  readonly caption: string
  readonly captionHidden?: boolean | undefined
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
}

/** On a narrow screen each row becomes a card whose lines carry the column's name. */
export function Table<Row>(props: TableProps<Row>) {
  return (
    <table class="govuk-table q-table">
      <caption
        class={`govuk-table__caption ${props.captionHidden === true ? 'govuk-visually-hidden' : 'govuk-table__caption--m'}`}
      >
        {props.caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {props.columns.map(({ head, numeric }) => (
            <th
              scope="col"
              class={`govuk-table__header${numeric === true ? ' govuk-table__header--numeric' : ''}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {props.rows.map((row) => (
          <tr class="govuk-table__row">
            {props.columns.map((column) => (
              <Cell column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const content = column.cell(row)
  const numeric = column.numeric === true ? ' govuk-table__cell--numeric' : ''
  if (column.rowHead === true)
    return (
      <th scope="row" class="govuk-table__header" data-head={column.head}>
        {content}
      </th>
    )
  return (
    <td class={`govuk-table__cell${numeric}`} data-head={column.head}>
      {content}
    </td>
  )
}
