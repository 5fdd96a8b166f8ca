import {
  bind,
  Button,
  ButtonGroup,
  ButtonLink,
  Checkboxes,
  DateInput,
  ErrorSummary,
  FileUpload,
  Form,
  type FormState,
  PasswordInput,
  Radios,
  Select,
  StepProgress,
  Textarea,
  TextInput,
} from '#platform/views'

const STATE: FormState = {
  values: { iin: ['90010130001'], region: ['75'], language: ['kk'] },
  errors: [
    { field: 'iin', text: 'ЖСН 12 цифрдан тұрады. Жеке куәліктегі нөмірді енгізіңіз.' },
    { field: 'born', text: 'Туған күнді толық енгізіңіз, мысалы 27 3 1990.' },
    { field: 'variant', text: 'Анықтаманың түрін таңдаңыз.' },
  ],
}

const VARIANTS = [
  { value: 'current', text: 'Қазіргі мәлімет', hint: 'Бүгінгі күнгі жылжымайтын мүлік' },
  { value: 'history', text: 'Тарихы', hint: 'Бұрын болған құқықтармен бірге' },
]
const LANGUAGES = [
  { value: 'kk', text: 'Қазақша' },
  { value: 'ru', text: 'Орысша' },
]
const REGIONS = [
  { value: '71', text: 'Астана қаласы' },
  { value: '75', text: 'Алматы қаласы' },
]

/** A form that was refused, with every kind of field. */
export const formContent = (csrf: string) => (
  <>
    <ErrorSummary errors={STATE.errors} />
    <h1 class="govuk-heading-l">Жылжымайтын мүліктің болмауы (болуы) туралы анықтама</h1>
    <StepProgress label="Тапсырыс қадамдары" steps={['Толтыру', 'Қол қою', 'Өңдеу']} current={1} />
    <Form csrf={csrf} multipart>
      <TextInput
        {...bind(STATE, 'iin')}
        label="ЖСН"
        hint="12 цифр"
        inputMode="numeric"
        width={20}
      />
      <TextInput
        name="name"
        label="Аты-жөні"
        value="САҒЫНДЫҚОВА ӘЛИЯ"
        readOnly
        source="«Жеке тұлғалар» мемлекеттік деректер қорынан алынды. Қате болса, ХҚКО-ға хабарласыңыз."
      />
      <DateInput
        name="born"
        label="Туған күні"
        hint="Мысалы, 27 3 1990"
        error={STATE.errors[1]?.text}
      />
      <Select {...bind(STATE, 'region')} label="Өңір" choices={REGIONS} />
      <Radios {...bind(STATE, 'variant')} label="Анықтаманың түрі" choices={VARIANTS} />
      <Radios {...bind(STATE, 'language')} label="Нәтиженің тілі" choices={LANGUAGES} inline />
      <Checkboxes
        name="agree"
        label="Келісім"
        choices={[{ value: 'yes', text: 'Деректерімді осы қызмет үшін пайдалануға келісемін' }]}
      />
      <PasswordInput name="password" label="Пароль" autocomplete="current-password" />
      <FileUpload name="scan" label="Құжаттың көшірмесі" hint="PDF, 10 МБ-қа дейін" optional />
      <Textarea name="note" label="Түсініктеме" optional rows={3} />
      <ButtonGroup>
        <Button>Жалғастыру</Button>
        <ButtonLink href="/cabinet" look="secondary">
          Кейінге қалдыру
        </ButtonLink>
        <Button look="warning" name="withdraw" value="1">
          Қайтарып алу
        </Button>
      </ButtonGroup>
    </Form>
  </>
)
