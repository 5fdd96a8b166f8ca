import { CaseWay, Facts, Select, StepProgress, Table, TextInput, WithAside } from '#platform/views'

const WAY = [
  {
    title: 'Документы приняты и зарегистрированы',
    state: 'done',
    note: 'Канцелярия · 2 марта, 10:14 · за 6 минут из 15',
  },
  {
    title: 'Рассмотрены руководителем',
    state: 'done',
    note: 'Аким района · 3 марта · в срок (1 рабочий день)',
  },
  {
    title: 'Направлено на согласование',
    state: 'done',
    note: 'Специалист · 5 марта · в срок (2 рабочих дня)',
  },
  {
    title: 'Заключения согласующих органов',
    state: 'now',
    note: 'Водоканал: дано · Электросети: дано · Санитарная служба: ждём, срок до 13 марта',
  },
  {
    title: 'Заключение комиссии, протокол',
    state: 'ahead',
    note: 'Земельная комиссия · 4 рабочих дня',
  },
  { title: 'Выдача результата', state: 'ahead', note: 'Вы получите документ здесь и на почту' },
] as const

const aside = (
  <>
    <h2 class="govuk-heading-s">Что можно сделать</h2>
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href="/a">
          Посмотреть мой запрос и подпись
        </a>
      </li>
      <li>
        <a class="govuk-link" href="/b">
          Отозвать запрос
        </a>
      </li>
    </ul>
    <h2 class="govuk-heading-s">Как считается срок</h2>
    <p class="govuk-body-s">
      22 рабочих дня с 3 марта. Не считаются выходные, 8–9 марта и 21–25 марта.
    </p>
  </>
)

export const caseContent = () => (
  <>
    <span class="govuk-caption-l">
      Запрос № <span class="q-number">10 1000 0560 1038</span>
    </span>
    <h1 class="govuk-heading-l">Решение об изменении целевого назначения земельного участка</h1>
    <Facts
      facts={[
        { name: 'Сейчас', value: 'Согласование с тремя органами' },
        { name: 'У кого', value: 'Отдел архитектуры, специалист' },
        { name: 'Закон обязывает ответить', value: 'до 2 апреля 2026' },
        { name: 'Прошло', value: '7 из 22 рабочих дней' },
      ]}
    />
    <StepProgress
      label="Шаги заказа"
      steps={['Заполнение', 'Подписание', 'Обработка']}
      current={3}
    />
    <WithAside label="Что можно сделать" aside={aside}>
      <h2 class="govuk-heading-m">Ход дела по регламенту</h2>
      <CaseWay label="Действия регламента" actions={WAY} />
    </WithAside>
  </>
)

const ROWS = [
  {
    left: '−1 день',
    state: 'q-late',
    used: 1,
    no: '10 1000 0560 0911',
    service: 'Постановка на очередь в ДДО',
    who: 'САҒЫНДЫҚОВА Ә. Қ.',
    now: 'Проверка документов',
  },
  {
    left: '2 часа',
    state: 'q-soon',
    used: 0.86,
    no: '10 1000 0560 1002',
    service: 'Справка по опеке',
    who: 'АХМЕТОВ Д. С.',
    now: 'Решение',
  },
  {
    left: '21 день',
    state: '',
    used: 0.3,
    no: '10 1000 0559 8804',
    service: 'Очередь на жильё',
    who: 'ҚАСЫМОВ Е. Т.',
    now: 'Жилищная комиссия',
  },
]

export const deskContent = () => (
  <>
    <h1 class="govuk-heading-m">Отдел образования Кокпектинского района</h1>
    <form class="q-toolbar" method="get">
      <TextInput name="q" label="Номер, ИИН, фамилия" width={20} />
      <Select
        name="service"
        label="Услуга"
        empty="Все услуги"
        choices={[{ value: '1', text: 'Справка по опеке' }]}
      />
    </form>
    <Table
      caption="Дела"
      captionHidden
      rows={ROWS}
      columns={[
        {
          head: 'Осталось',
          cell: ({ left, state, used }) => (
            <span class={`q-left ${state}`}>
              <meter
                min={0}
                max={1}
                low={0.6}
                high={0.85}
                optimum={0.1}
                value={used}
                aria-label="Прошло срока"
              />
              {left}
            </span>
          ),
        },
        {
          head: 'Номер',
          rowHead: true,
          cell: ({ no }) => (
            <a class="govuk-link q-number" href="/office/case">
              {no}
            </a>
          ),
        },
        { head: 'Услуга', cell: ({ service }) => service },
        { head: 'Заявитель', cell: ({ who }) => who },
        { head: 'Сейчас', cell: ({ now }) => now },
      ]}
    />
  </>
)
