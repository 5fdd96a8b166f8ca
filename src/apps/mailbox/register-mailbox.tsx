import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { type Ui, visitOf } from '#apps/ui'
import { httpErrors } from '#platform/http'
import { formatsOf } from '#platform/i18n'
import { BackLink, EmptyState, SummaryList, Table } from '#platform/views'
import { type MailboxTranslator, mailboxTranslators } from './mailbox-texts.ts'
import type { Mailbox, ReceivedLetter } from './open-mailbox.ts'

/** Where the mailbox of a demonstration is read. */
const MAILBOX = '/demonstration/mailbox'

interface Reading {
  readonly t: MailboxTranslator
  readonly f: ReturnType<typeof formatsOf>
}

const readingOf = ({ lang }: FastifyRequest): Reading => ({
  t: mailboxTranslators[lang],
  f: formatsOf(lang),
})

function LetterList({ t, f, letters }: Reading & { readonly letters: readonly ReceivedLetter[] }) {
  return (
    <>
      <h1 class="govuk-heading-l">{t('mailbox.title')}</h1>
      <p class="govuk-body">{t('mailbox.intro')}</p>
      {letters.length === 0 ? (
        <EmptyState title={t('mailbox.none')}>
          <p class="govuk-body">{t('mailbox.none-advice')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('mailbox.title')}
          captionHidden
          rows={letters}
          columns={[
            {
              head: t('mailbox.subject'),
              cell: ({ id, subject }) => (
                <a class="govuk-link" href={`${MAILBOX}/${id}`}>
                  {subject}
                </a>
              ),
              rowHead: true,
            },
            { head: t('mailbox.to'), cell: ({ to }) => to },
            { head: t('mailbox.at'), cell: ({ at }) => f.dateTime(at) },
          ]}
        />
      )}
    </>
  )
}

/** The text of a letter with its addresses as links; they are the platform's own. */
const linked = (text: string): ComponentChildren[] =>
  text.split(/(https?:\/\/\S+)/).map((part) =>
    part.startsWith('http') ? (
      <a class="govuk-link" href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )

function LetterPage({ t, f, letter }: Reading & { readonly letter: ReceivedLetter }) {
  const { subject, to, at, text } = letter
  return (
    <>
      <h1 class="govuk-heading-l">{subject}</h1>
      <SummaryList
        rows={[
          { key: t('mailbox.to'), value: to },
          { key: t('mailbox.at'), value: f.dateTime(at) },
        ]}
      />
      <div class="q-letter">{linked(text)}</div>
    </>
  )
}

/** The pages of the mailbox; only a demonstration has them. */
export function registerMailbox(
  app: FastifyInstance,
  { ui, mailbox }: { readonly ui: Ui; readonly mailbox: Mailbox },
): void {
  app.get(MAILBOX, async (request, reply) => {
    const reading = readingOf(request)
    return reply.page(
      ui.page(visitOf(request, reply), {
        title: reading.t('mailbox.title'),
        content: <LetterList {...reading} letters={mailbox.letters()} />,
      }),
    )
  })
  app.get<{ Params: { id: string } }>(`${MAILBOX}/:id`, async (request, reply) => {
    const letter = mailbox.letter(request.params.id)
    if (letter === undefined) return reply.refuse(httpErrors.NOT_FOUND())
    const reading = readingOf(request)
    return reply.page(
      ui.page(visitOf(request, reply), {
        title: letter.subject,
        before: <BackLink href={MAILBOX}>{reading.t('mailbox.back')}</BackLink>,
        content: <LetterPage {...reading} letter={letter} />,
      }),
    )
  })
}
