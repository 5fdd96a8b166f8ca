import {
  CardGrid,
  Details,
  EmptyState,
  InsetText,
  NotificationBanner,
  Pagination,
  Panel,
  SearchBox,
  SummaryList,
  Svg,
  Table,
  Tag,
  TaskList,
  trustSvg,
  WarningText,
} from '#platform/views'

export const homeHero = () => (
  <>
    <h1 class="govuk-heading-xl">Мемлекеттік қызметті үйден шықпай алыңыз</h1>
    <SearchBox
      action="/services"
      label="Қызметті іздеу"
      example="Мысалы: жылжымайтын мүлік, неке, жер"
    />
    <p class="q-hint">
      18 қызмет · анықтама орта есеппен 4 секундта дайын болады · барлық тізілім жауап береді
    </p>
  </>
)

const CARDS = [
  {
    title: 'Жылжымайтын мүліктің болмауы (болуы) туралы анықтама',
    href: '/1',
    note: 'Әділет · онлайн · 30 минутқа дейін · тегін',
  },
  {
    title: 'Неке қиюды тіркеуге өтініш беру',
    href: '/2',
    note: 'АХАЖ · екі адам қол қояды · 1 АЕК',
  },
  {
    title: 'Балабақшаға кезекке қою',
    href: '/3',
    note: 'Әкімдік · онлайн, орталықта · 3 жұмыс күні',
  },
  {
    title: 'Жер учаскесіне кадастрлық ақпарат',
    href: '/4',
    note: 'Жер кадастры · онлайн · 15 минут · тегін',
  },
]

export const homeContent = () => (
  <>
    <h2 class="govuk-heading-l">Жиі сұралатын қызметтер</h2>
    <CardGrid cards={CARDS} />
  </>
)

const DRAWING = trustSvg(
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60" viewBox="0 0 300 60"><rect x="2" y="10" width="110" height="40" rx="6" fill="none" stroke="currentColor"/><path d="M112 30h60" stroke="currentColor"/><circle cx="190" cy="30" r="16" fill="none" stroke="currentColor"/></svg>',
)

const banners = () => (
  <>
    <Panel title="Your request is accepted">Number 10 1000 0560 1038</Panel>
    <NotificationBanner kind="success" id="s">
      <p>The document is ready.</p>
    </NotificationBanner>
    <NotificationBanner id="i">
      <p>The register of real estate is being asked.</p>
    </NotificationBanner>
    <NotificationBanner kind="warning" id="w">
      <p>The register does not answer. Nothing is lost; we ask again in 3 minutes.</p>
    </NotificationBanner>
  </>
)

const lists = () => (
  <>
    <SummaryList
      rows={[
        { key: 'Name', value: 'SAGHYNDYQOVA Alia' },
        { key: 'Region', value: 'Almaty', action: { href: '/change', text: 'Change' } },
        { key: 'Status', value: <Tag look="yellow">In process</Tag> },
      ]}
    />
    <p class="govuk-body">
      <Tag>Sent</Tag> <Tag look="green">Issued</Tag> <Tag look="red">Refused</Tag>{' '}
      <Tag look="grey">Withdrawn</Tag>
    </p>
    <TaskList
      id="tasks"
      tasks={[
        { title: 'Your data', href: '/1', status: 'Completed' },
        {
          title: 'Documents',
          href: '/2',
          hint: 'A scan of the contract',
          status: <Tag>Not started</Tag>,
        },
      ]}
    />
    <Table
      caption="Payments"
      rows={[{ day: '02.04.2026', sum: '4 325 ₸' }]}
      columns={[
        { head: 'Day', cell: ({ day }) => day, rowHead: true },
        { head: 'Sum', cell: ({ sum }) => sum, numeric: true },
      ]}
    />
  </>
)

export const partsContent = () => (
  <>
    <h1 class="govuk-heading-l">Parts of a page</h1>
    {banners()}
    {lists()}
    <InsetText>The regulation is in force since 10 April 2012.</InsetText>
    <WarningText>A false statement is punished by law.</WarningText>
    <Details summary="How the term is counted">22 working days; holidays do not count.</Details>
    <EmptyState title="No requests yet">
      <p>
        Find a <a href="/services">service</a> to begin.
      </p>
    </EmptyState>
    <Svg svg={DRAWING} label="Diagram of the way of a case" />
    <Pagination page={5} pages={12} href={(n) => `?page=${n}`} />
  </>
)
