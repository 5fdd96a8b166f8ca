import { CaseWay, Facts, StepProgress, WithAside } from '#platform/views'

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
