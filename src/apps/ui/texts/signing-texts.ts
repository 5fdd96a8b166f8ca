import type { Catalogue } from '#platform/i18n'

/** The signing dialogue; `sign.fail.*` are read by the scripts through `data-texts`. */
export const signingTexts = {
  'key.validity': { kk: 'Жарамды', ru: 'Действует', en: 'Valid' },
  'key.serial': { kk: 'Сериялық нөмірі', ru: 'Серийный номер', en: 'Serial number' },
  'key.usage': { kk: 'Мақсаты', ru: 'Назначение', en: 'Purpose' },
  'key.no-script': {
    kk: 'Кілт жасау мен қол қою үшін браузерде JavaScript қосулы болуы керек: кілт тек сіздің құрылғыңызда өңделеді.',
    ru: 'Для создания ключа и подписи в браузере должен быть включён JavaScript: ключ обрабатывается только на вашем устройстве.',
    en: 'Making a key and signing need JavaScript in the browser: the key is handled on your own device only.',
  },
  'sign.open-title': {
    kk: 'ЭЦҚ кілтін таңдаңыз',
    ru: 'Выберите ключ ЭЦП',
    en: 'Choose your signing key',
  },
  'sign.file': { kk: 'Кілт файлы (.p12)', ru: 'Файл ключа (.p12)', en: 'Key file (.p12)' },
  'sign.file-hint': {
    kk: 'Файл мен пароль осы құрылғыдан шықпайды.',
    ru: 'Файл и пароль не покидают это устройство.',
    en: 'The file and the password do not leave this device.',
  },
  'sign.password': { kk: 'Кілт паролі', ru: 'Пароль ключа', en: 'Password of the key' },
  'sign.open': { kk: 'Кілтті ашу', ru: 'Открыть ключ', en: 'Open the key' },
  'sign.certificate': {
    kk: 'Тіркеу куәлігі',
    ru: 'Регистрационное свидетельство',
    en: 'Registration certificate',
  },
  'sign.owner': { kk: 'Иесі', ru: 'Владелец', en: 'Owner' },
  'sign.number': { kk: 'ЖСН / БСН', ru: 'ИИН / БИН', en: 'IIN / BIN' },
  'sign.organisation': { kk: 'Ұйым', ru: 'Организация', en: 'Organisation' },
  'sign.usage-sign': { kk: 'қол қою', ru: 'подпись', en: 'signing' },
  'sign.usage-other': {
    kk: 'жүйеге кіру (қол қоюға жарамайды)',
    ru: 'вход в системы (для подписи не подходит)',
    en: 'sign-in (not for signing)',
  },
  'sign.submit': { kk: 'Қол қою', ru: 'Подписать', en: 'Sign' },
  'sign.get-key': {
    kk: 'Кілтіңіз жоқ па? Оны қазір алыңыз',
    ru: 'Нет ключа? Получите его сейчас',
    en: 'No key? Get one now',
  },
  'sign.fail.no-file': {
    kk: 'Кілт файлын таңдаңыз.',
    ru: 'Выберите файл ключа.',
    en: 'Choose the key file.',
  },
  'sign.fail.too-big': {
    kk: 'Бұл кілт файлы емес: тым үлкен. .p12 файлын таңдаңыз.',
    ru: 'Это не файл ключа: он слишком велик. Выберите файл .p12.',
    en: 'This is no key file: it is too large. Choose the .p12 file.',
  },
  'sign.fail.not-pkcs12': {
    kk: 'Бұл кілт файлы емес немесе бүлінген. .p12 кеңейтімді файлды таңдаңыз.',
    ru: 'Это не файл ключа, или он повреждён. Выберите файл с расширением .p12.',
    en: 'This is no key file, or it is damaged. Choose a file that ends in .p12.',
  },
  'sign.fail.legacy': {
    kk: 'Файл ескі түрде қорғалған. Порталдан жаңа кілт алыңыз немесе оны жаңа пішімге ауыстырыңыз (OpenSSL 3).',
    ru: 'Файл защищён устаревшим способом. Получите новый ключ на портале или преобразуйте файл (OpenSSL 3).',
    en: 'The file is protected in an outdated way. Get a new key here, or convert the file (OpenSSL 3).',
  },
  'sign.fail.wrong-password': {
    kk: 'Пароль дұрыс емес. Пернетақта тілі мен Caps Lock пернесін тексеріп, қайта енгізіңіз.',
    ru: 'Неверный пароль. Проверьте раскладку и Caps Lock и введите ещё раз.',
    en: 'The password is wrong. Check the keyboard layout and Caps Lock and try again.',
  },
  'sign.fail.no-key': {
    kk: 'Файлда жабық кілт жоқ, тек куәлік бар. Кілт сақталған .p12 файлын таңдаңыз.',
    ru: 'В файле нет закрытого ключа, только свидетельство. Выберите файл .p12 с ключом.',
    en: 'The file has no private key, only a certificate. Choose the .p12 file with the key.',
  },
  'sign.fail.no-certificate': {
    kk: 'Файлда осы кілттің тіркеу куәлігі жоқ. Басқа файлды таңдаңыз.',
    ru: 'В файле нет свидетельства этого ключа. Выберите другой файл.',
    en: 'The file has no certificate of this key. Choose another file.',
  },
  'sign.fail.not-yet-valid': {
    kk: 'Куәліктің мерзімі әлі басталған жоқ. Басқа кілтті таңдаңыз.',
    ru: 'Срок свидетельства ещё не начался. Выберите другой ключ.',
    en: 'The certificate is not valid yet. Choose another key.',
  },
  'sign.fail.expired': {
    kk: 'Куәліктің мерзімі өткен. Жаңа кілт алып, сонымен қол қойыңыз.',
    ru: 'Срок свидетельства истёк. Получите новый ключ и подпишите им.',
    en: 'The certificate has expired. Get a new key and sign with it.',
  },
  'sign.fail.wrong-usage': {
    kk: 'Бұл кілт жүйеге кіруге арналған (AUTH). Қол қою кілтін таңдаңыз.',
    ru: 'Этот ключ предназначен для входа (AUTH). Выберите ключ для подписи.',
    en: 'This key is for sign-in (AUTH). Choose the key for signing.',
  },
  'sign.fail.wrong-person': {
    kk: 'Бұл кілт басқа адамға берілген. Тіркелгіңіздегі ЖСН иесінің кілтін таңдаңыз.',
    ru: 'Этот ключ выдан другому человеку. Выберите ключ владельца ИИН вашей учётной записи.',
    en: 'This key belongs to another person. Choose the key of the IIN of your account.',
  },
  'sign.fail.wrong-organisation': {
    kk: 'Кілттегі БСН тіркелгідегіден өзге. Ұйымға берілген басшы кілтімен, ал жеке сұрауға жеке кілтпен қол қойыңыз.',
    ru: 'БИН в ключе не совпадает с учётной записью. За организацию подпишите ключом её руководителя, за себя – личным ключом.',
    en: 'The BIN in the key differs from the account. Sign with the key of the head for an organisation, with your personal key for yourself.',
  },
  'sign.fail.content-changed': {
    kk: 'Бет бүлінген: қол қойылатын мәтін көрсетілгенмен сәйкес емес. Бетті жаңартыңыз.',
    ru: 'Страница повреждена: текст для подписи не совпал с показанным. Обновите страницу.',
    en: 'The page is damaged: the text to sign is not the one shown. Reload the page.',
  },
  'sign.fail.unsupported': {
    kk: 'Кілттің бұл түрі қолдау таппайды. Порталдан жаңа кілт алыңыз.',
    ru: 'Такой вид ключа не поддерживается. Получите новый ключ на портале.',
    en: 'This kind of key is not supported. Get a new key here.',
  },
  'sign.fail.unexpected': {
    kk: 'Кілтпен жұмыс істеу мүмкін болмады. Бетті жаңартып, қайталаңыз; көмектеспесе, 1414 нөміріне қоңырау шалыңыз.',
    ru: 'Не удалось обработать ключ. Обновите страницу и повторите; если не поможет, позвоните 1414.',
    en: 'The key could not be used. Reload the page and try again; if that does not help, call 1414.',
  },
} as const satisfies Catalogue
