/**
 * Words and names that passwords are most often made of, in Latin, Russian and Kazakh; lower case, letters alone. What is
 * made of keys or letters in a row is found by itself (`isSequence`).
 */
const WORDS = `
password passwort motdepasse parol parolparol passw passcode passphrase secret secretword mypassword mypass thepassword
newpassword oldpassword temppassword temporary changeme changeit default letmein letmeinnow openup opensesame welcome
welcomehome welcomeback login loginlogin signin access admin adminadmin administrator administration root rootroot
superuser superadmin manager director user username useruser guest guestguest test testtest tester testing testuser
demo demodemo sample example master mastermaster server system computer internet windows microsoft google android
samsung iphone facebook instagram whatsapp telegram youtube pokemon minecraft starwars superman batman spiderman
iloveyou iloveu loveyou lovelove mylove forever foreverlove babygirl sweetheart princess beautiful sunshine flower
butterfly rainbow summer winter spring autumn january february august september october november december monday friday
football baseball basketball hockey soccer liverpool arsenal barcelona realmadrid chelsea manchester juventus dragon
monkey tiger panther eagle falcon shadow killer hunter ranger soldier warrior phoenix freedom whatever trustno nothing
michael jennifer jessica charlie daniel andrew alexander alexandr alexey sergey dmitriy vladimir natasha natalya
anastasia ekaterina svetlana marina victoria kristina nikita maksim russia moscow kazakhstan kazakstan qazaqstan qazaq
kazakh almaty almatycity alma astana nursultan shymkent karaganda qaragandy aktobe aqtobe atyrau aktau pavlodar kostanay
taraz semey oskemen turkistan baikonur tengri egov egovkz eotinish digital otan atameken aigerim aigul nurlan
nazarbayev aliya dinara daniyar arman asel madina aruzhan alikhan
пароль парольпароль мойпароль новыйпароль секрет тайна админ администратор логин пользователь гость тест тестовый
привет приветик любовь любимая любимый ялюблютебя люблютебя солнышко солнце зайчик котенок принцесса красотка мамочка
мамапапа родина россия москва казахстан алматы астана шымкент караганда нурсултан павлодар актобе наташа настя марина
светлана екатерина александр алексей сергей дмитрий владимир максим никита спартак футбол компьютер интернет
құпиясөз құпия жаңақұпиясөз қазақстан қазақ отан атамекен отаным алматым сүйемін менсенісүйемін махаббат сәлем
қошкелдіңіз анашым әкешім айгерім айгүл нұрлан нұрсұлтан әлия дінара ақбота аружан мәдина әлихан түркістан семей`

const COMMON: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))

const PLAIN: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  $: 's',
  '5': 's',
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  '7': 't',
}

const lettersOf = (text: string): string => text.replaceAll(/\P{L}/gu, '')

/** `P@ssw0rd` read as the word it stands for. */
const plainly = (text: string): string =>
  lettersOf(Array.from(text, (sign) => PLAIN[sign] ?? sign).join(''))

/** Whether nothing is left of the password but one common word, with digits and signs around it or for its letters. */
export function isCommon(password: string): boolean {
  const lower = password.toLowerCase()
  const core = lower.replaceAll(/^\P{L}+|\P{L}+$/gu, '')
  return [lettersOf(lower), plainly(core), plainly(lower)].some((word) => COMMON.has(word))
}
