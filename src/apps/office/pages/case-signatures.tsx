import { Table, Tag } from '#platform/views'
import { actionName, type PartProps } from './case-parts.tsx'

const VERDICTS = {
  valid: ['green', 'case.signature.valid'],
  invalid: ['red', 'case.signature.invalid'],
  unknown: ['grey', 'case.signature.unknown'],
} as const
const EVIDENCE = ['certificate', 'ocspResponse', 'crl', 'timeStampToken'] as const

/** Who signed what, how it was judged, and which evidence is kept. */
export function SignaturesPart(props: PartProps) {
  const { view, request } = props
  const { t, f } = view
  if (request.signatures.length === 0) return null
  return (
    <section>
      <Table
        caption={t('case.signatures')}
        columns={[
          {
            head: t('case.signature-at'),
            rowHead: true,
            cell: ({ action, at }) => (
              <>
                {actionName(props, action)}
                <span class="q-second">{f.dateTime(at)}</span>
              </>
            ),
          },
          {
            head: t('case.signature-who'),
            cell: ({ signer }) => (signer === null ? '—' : `${signer.name}, ${signer.iin}`),
          },
          {
            head: t('case.signature-verdict'),
            cell: ({ verdict }) => {
              const [look, key] = VERDICTS[verdict ?? 'unknown']
              return <Tag look={look}>{t(key)}</Tag>
            },
          },
          {
            head: t('case.evidence'),
            cell: ({ evidence }) =>
              EVIDENCE.filter((name) => evidence?.[name] !== undefined && evidence[name] !== null)
                .map((name) => t(`case.evidence.${name}`))
                .join(', ') || '—',
          },
        ]}
        rows={request.signatures}
      />
    </section>
  )
}
