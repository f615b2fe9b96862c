<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>CrawlForm</name>
    <message>
        <source>Addresses to start from</source>
        <translation>Начальные адреса</translation>
    </message>
    <message>
        <source>One address a line; paste or drop a list. Return starts, Shift+Return begins another line.</source>
        <translation>По адресу в строке; список можно вставить или перетащить. Enter начинает обход, Shift+Enter — новая строка.</translation>
    </message>
    <message>
        <source>What is crawled</source>
        <translation>Что обходить</translation>
    </message>
    <message>
        <source>What belongs to the site</source>
        <translation>Что относится к сайту</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Глубина</translation>
    </message>
    <message>
        <source>How many clicks from the start addresses</source>
        <translation>Сколько переходов от начальных адресов</translation>
    </message>
    <message>
        <source>Limits, patterns, logins, and how the site is asked</source>
        <translation>Ограничения, шаблоны, вход и то, как опрашивать сайт</translation>
    </message>
    <message>
        <source>&amp;Only addresses with:</source>
        <translation>&amp;Только адреса с:</translation>
    </message>
    <message>
        <source>/docs/</source>
        <translation>/docs/</translation>
    </message>
    <message>
        <source>Regular expressions, separated by blanks: an address is asked when one of them is found in it; empty = all</source>
        <translation>Регулярные выражения через пробел: адрес запрашивается, если одно из них в нём найдено; пусто = все</translation>
    </message>
    <message>
        <source>&amp;Leave out:</source>
        <translation>&amp;Пропускать:</translation>
    </message>
    <message>
        <source>/calendar/ \?print=</source>
        <translation>/calendar/ \?print=</translation>
    </message>
    <message>
        <source>Regular expressions, separated by blanks: an address is left out when one of them is found in it</source>
        <translation>Регулярные выражения через пробел: адрес пропускается, если одно из них в нём найдено</translation>
    </message>
    <message>
        <source>&amp;Try it on:</source>
        <translation>Про&amp;верить на:</translation>
    </message>
    <message>
        <source>https://example.org/docs/1</source>
        <translation>https://example.org/docs/1</translation>
    </message>
    <message>
        <source>An address to see whether it would be asked; nothing is sent</source>
        <translation>Адрес, чтобы увидеть, будет ли он запрошен; ничего не отправляется</translation>
    </message>
    <message>
        <source>&amp;At most:</source>
        <translation>&amp;Не больше:</translation>
    </message>
    <message>
        <source>How many addresses are asked; 0 = no limit</source>
        <translation>Сколько адресов запросить; 0 = без ограничения</translation>
    </message>
    <message>
        <source>&amp;Time per request:</source>
        <translation>Вре&amp;мя на запрос:</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>seconds</extracomment>
        <translation> с</translation>
    </message>
    <message>
        <source>How long one request may take before it is tried again</source>
        <translation>Сколько ждать ответа, прежде чем повторить запрос</translation>
    </message>
    <message>
        <source>Lo&amp;gin:</source>
        <translation>Ло&amp;гин:</translation>
    </message>
    <message>
        <source>user</source>
        <translation>пользователь</translation>
    </message>
    <message>
        <source>For pages behind a password (HTTP Basic)</source>
        <translation>Для страниц под паролем (HTTP Basic)</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>Па&amp;роль:</translation>
    </message>
    <message>
        <source>&amp;Introduce as:</source>
        <translation>Пре&amp;дставляться:</translation>
    </message>
    <message>
        <source>The name that is sent as User-Agent with each request; rules of robots.txt for it apply</source>
        <translation>Имя, которое отправляется в User-Agent с каждым запросом; действуют правила robots.txt для него</translation>
    </message>
    <message>
        <source>Coo&amp;kies:</source>
        <translation>&amp;Куки:</translation>
    </message>
    <message>
        <source>session=abc; lang=en</source>
        <translation>session=abc; lang=en</translation>
    </message>
    <message>
        <source>As a browser shows them</source>
        <translation>Так, как их показывает браузер</translation>
    </message>
    <message>
        <source>&amp;Extra headers:</source>
        <translation>Заголовки &amp;HTTP:</translation>
    </message>
    <message>
        <source>X-Key: value</source>
        <translation>X-Key: значение</translation>
    </message>
    <message>
        <source>One a line: a name, a colon, a value</source>
        <translation>По одному в строке: имя, двоеточие, значение</translation>
    </message>
    <message>
        <source>Read the &amp;sitemap, too</source>
        <translation>Читать и карту &amp;сайта</translation>
    </message>
    <message>
        <source>Addresses of sitemap.xml are asked as well; those that no page links to are orphans</source>
        <translation>Запрашиваются и адреса из sitemap.xml; те, на которые не ведёт ни одна страница, — сироты</translation>
    </message>
    <message>
        <source>Rules of robots.txt</source>
        <translation>Правила robots.txt</translation>
    </message>
    <message>
        <source>What robots.txt forbids is not asked, unless the site is yours and you say so here; the choice is recorded with the run</source>
        <translation>Запрещённое в robots.txt не запрашивается, если только сайт не ваш и вы не указали это здесь; выбор записывается вместе с запуском</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Темп</translation>
    </message>
    <message>
        <source>How often a site is asked; can be changed while a crawl runs</source>
        <translation>Как часто опрашивать сайт; можно менять во время обхода</translation>
    </message>
    <message>
        <source>Site, page or a list: https://example.org/</source>
        <translation>Сайт, страница или список: https://example.org/</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>без предела</translation>
    </message>
    <message>
        <source>Ot&amp;her sites:</source>
        <translation>&amp;Другие сайты:</translation>
    </message>
    <message>
        <source>What is done with links to other sites; none of their own links is followed</source>
        <translation>Что делать со ссылками на другие сайты; по их собственным ссылкам обход не идёт</translation>
    </message>
</context>
<context>
    <name>ProxyLoginDialog</name>
    <message>
        <source>Login for the proxy</source>
        <translation>Вход на прокси-сервер</translation>
    </message>
    <message>
        <source>The login given before was not accepted.</source>
        <translation>Введённые ранее имя или пароль не приняты.</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>&amp;Имя пользователя:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Пароль:</translation>
    </message>
    <message>
        <source>&amp;Remember it in the keychain of this computer</source>
        <translation>&amp;Запомнить в связке ключей этого компьютера</translation>
    </message>
    <message>
        <source>Requests wait until you answer. Without a login, those through this proxy fail.</source>
        <translation>Запросы ждут вашего ответа. Без входа запросы через этот прокси не выполняются.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Search in the settings</source>
        <translation>Найти в настройках</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Язык:</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Тема:</translation>
    </message>
    <message>
        <source>At the s&amp;tart:</source>
        <translation>При &amp;запуске:</translation>
    </message>
    <message>
        <source>&amp;Pace of new searches:</source>
        <translation>Те&amp;мп новых поисков:</translation>
    </message>
    <message>
        <source>&amp;Introduce as:</source>
        <translation>&amp;Представляться как:</translation>
    </message>
    <message>
        <source>The name that is sent as User-Agent with each request of new searches</source>
        <translation>Имя, которое передаётся в поле User-Agent с каждым запросом новых поисков</translation>
    </message>
    <message>
        <source>E&amp;xport as:</source>
        <translation>Формат &amp;экспорта:</translation>
    </message>
    <message>
        <source>The format that the export dialog offers first</source>
        <translation>Формат, который окно экспорта предлагает первым</translation>
    </message>
    <message>
        <source>No setting is called that. Try a shorter word.</source>
        <translation>Такой настройки нет. Попробуйте слово покороче.</translation>
    </message>
    <message>
        <source>While so&amp;mething runs:</source>
        <translation>Пока &amp;идёт сбор:</translation>
    </message>
    <message>
        <source>A search stops when the computer falls asleep, and goes on when it wakes up</source>
        <translation>Когда компьютер засыпает, поиск останавливается, а после пробуждения продолжается</translation>
    </message>
    <message>
        <source>Own certificate &amp;authority:</source>
        <translation>Свой &amp;центр сертификации:</translation>
    </message>
    <message>
        <source>A file in PEM format with certificates that are trusted besides those of the system, for networks that inspect encrypted traffic</source>
        <translation>Файл PEM с сертификатами, которым доверять кроме системных: для сетей, где проверяют зашифрованный трафик</translation>
    </message>
    <message>
        <source>only those of the system</source>
        <translation>только системные</translation>
    </message>
    <message>
        <source>Text si&amp;ze:</source>
        <translation>Размер т&amp;екста:</translation>
    </message>
    <message>
        <source>&amp;New versions:</source>
        <translation>&amp;Новые версии:</translation>
    </message>
</context>
<context>
    <name>SourceTermsDialog</name>
    <message>
        <source>Terms of the source</source>
        <translation>Условия источника</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>Access &amp;token:</source>
        <translation>&amp;Токен доступа:</translation>
    </message>
    <message>
        <source>Paste it here</source>
        <translation>Вставьте его сюда</translation>
    </message>
    <message>
        <source>T&amp;est token</source>
        <translation>Пр&amp;оверить токен</translation>
    </message>
    <message>
        <source>&amp;Show the token</source>
        <translation>&amp;Показать токен</translation>
    </message>
    <message>
        <source>&amp;Remove the token</source>
        <translation>&amp;Удалить токен</translation>
    </message>
    <message>
        <source>By client &amp;ID and secret</source>
        <translation>По &amp;ID и секрету приложения</translation>
    </message>
    <message>
        <source>&amp;Client ID:</source>
        <translation>&amp;Client ID:</translation>
    </message>
    <message>
        <source>Client s&amp;ecret:</source>
        <translation>Client s&amp;ecret:</translation>
    </message>
    <message>
        <source>&amp;Get a token</source>
        <translation>&amp;Получить токен</translation>
    </message>
    <message>
        <source>A new token takes the place of the one before, which other programs may use</source>
        <translation>Новый токен заменит прежний, которым могут пользоваться другие программы</translation>
    </message>
</context>
<context>
    <name>VacanciesForm</name>
    <message>
        <source>Position: data analyst</source>
        <translation>Должность: аналитик данных</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Что искать</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Где искать</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Регионы</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>Опыт</translation>
    </message>
    <message>
        <source>Salary from, a month</source>
        <translation>Зарплата от, в месяц</translation>
    </message>
    <message>
        <source>The salary a month that should at least be offered; 0 = any</source>
        <translation>Наименьшая подходящая зарплата в месяц; 0 — любая</translation>
    </message>
    <message>
        <source>any salary</source>
        <translation>любая зарплата</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубликовано</translation>
    </message>
    <message>
        <source>Filters that are needed less often, and how the sources are asked</source>
        <translation>Фильтры, которые нужны реже, и то, как обращаться к источникам</translation>
    </message>
    <message>
        <source>Words to &amp;exclude:</source>
        <translation>Искл&amp;ючить слова:</translation>
    </message>
    <message>
        <source>senior, intern</source>
        <translation>ведущий, стажёр</translation>
    </message>
    <message>
        <source>Separated by commas; a phrase stands in quotation marks</source>
        <translation>Через запятую; фразу возьмите в кавычки</translation>
    </message>
    <message>
        <source>&amp;Work format:</source>
        <translation>Формат &amp;работы:</translation>
    </message>
    <message>
        <source>Work format</source>
        <translation>Формат работы</translation>
    </message>
    <message>
        <source>E&amp;mployment:</source>
        <translation>За&amp;нятость:</translation>
    </message>
    <message>
        <source>Employment</source>
        <translation>Занятость</translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation>Р&amp;оль:</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>As hh.ru sorts its ads; other sources are searched by the words alone</source>
        <translation>По рубрикам hh.ru; в других источниках поиск идёт только по словам</translation>
    </message>
    <message>
        <source>C&amp;urrency:</source>
        <translation>Ва&amp;люта:</translation>
    </message>
    <message>
        <source>Currency of the salary</source>
        <translation>Валюта зарплаты</translation>
    </message>
    <message>
        <source>Only ads that name a sa&amp;lary</source>
        <translation>Только с указанной зарпла&amp;той</translation>
    </message>
    <message>
        <source>How man&amp;y:</source>
        <translation>С&amp;колько:</translation>
    </message>
    <message>
        <source>How many vacancies</source>
        <translation>Сколько вакансий</translation>
    </message>
    <message>
        <source>&amp;Time per request:</source>
        <translation>Вре&amp;мя на запрос:</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>seconds</extracomment>
        <translation> с</translation>
    </message>
    <message>
        <source>How long one request may take before it is tried again</source>
        <translation>Сколько ждать ответа, прежде чем повторить запрос</translation>
    </message>
    <message>
        <source>&amp;Dates:</source>
        <translation>&amp;Даты:</translation>
    </message>
    <message>
        <source>First day of publication</source>
        <translation>Первый день публикации</translation>
    </message>
    <message>
        <source>to</source>
        <translation>по</translation>
    </message>
    <message>
        <source>Last day of publication</source>
        <translation>Последний день публикации</translation>
    </message>
    <message>
        <source>&amp;Introduce as:</source>
        <translation>Представл&amp;яться как:</translation>
    </message>
    <message>
        <source>The name that is sent as User-Agent with each request</source>
        <translation>Имя, которое передаётся с каждым запросом в поле User-Agent</translation>
    </message>
    <message>
        <source>How much of each ad</source>
        <translation>Насколько подробно читать объявления</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Темп</translation>
    </message>
    <message>
        <source>How often a source is asked; can be changed while a search runs</source>
        <translation>Как часто обращаться к источнику; можно менять во время поиска</translation>
    </message>
    <message>
        <source>I&amp;ndustry:</source>
        <translation>Отр&amp;асль:</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Отрасль</translation>
    </message>
    <message>
        <source>What the employer does, as hh.ru sorts employers; other sources are not asked for it</source>
        <translation>Чем занят работодатель по классификации hh.ru; у других источников об этом не спрашивают</translation>
    </message>
    <message>
        <source>Em&amp;ployer:</source>
        <translation>Ра&amp;ботодатель:</translation>
    </message>
    <message>
        <source>&amp;Site:</source>
        <translation>Са&amp;йт:</translation>
    </message>
    <message>
        <source>Site of hh.ru</source>
        <translation>Сайт hh.ru</translation>
    </message>
    <message>
        <source>Where the links of hh.ru&apos;s ads lead; the ads and the regions are the same</source>
        <translation>Куда ведут ссылки объявлений hh.ru; объявления и регионы остаются теми же</translation>
    </message>
    <message>
        <source>C&amp;ontacts of persons, where an ad shows them</source>
        <translation>Контакт&amp;ы людей, если они указаны в объявлении</translation>
    </message>
    <message>
        <source>Names, e-mail addresses and phones. They are personal data: the law lets you use them only for the purpose for which you collect them, and not pass them on</source>
        <translation>Имена, адреса почты и телефоны. Это персональные данные: по закону их можно использовать только для той цели, для которой вы их собираете, и нельзя передавать другим</translation>
    </message>
    <message>
        <source>Contacts of persons are personal data: keep them only for the purpose for which you collect them, and pass them to nobody.</source>
        <translation>Контакты людей — персональные данные: храните их только для той цели, для которой собираете, и никому не передавайте.</translation>
    </message>
    <message>
        <source>Words of the search; several searches at once are separated by semicolons, or pasted as a column. The address of a search on hh.ru or trudvsem.ru fills the form. Leave it empty to take everything in the region</source>
        <translation>Слова для поиска; несколько поисков сразу разделяются точкой с запятой или вставляются столбцом. Адрес поиска на hh.ru или trudvsem.ru заполняет форму. Оставьте пустым, чтобы взять всё в регионе</translation>
    </message>
    <message>
        <source>The searches of the list, to be seen and changed</source>
        <translation>Поиски списка: посмотреть и изменить</translation>
    </message>
    <message>
        <source>List…</source>
        <translation>Список…</translation>
    </message>
    <message>
        <source>Many searches in one run: a column of texts, or texts with their regions</source>
        <translation>Много поисков за один запуск: столбец текстов или тексты с регионами</translation>
    </message>
</context>
<context>
    <name>linnet::ErrorDetail</name>
    <message>
        <source>none of its columns has a name that is known</source>
        <translation>имя ни одного столбца не известно</translation>
    </message>
    <message>
        <source>links can only be collected by a crawl</source>
        <translation>ссылки собирает только обход сайта</translation>
    </message>
    <message>
        <source>the workbook is protected by a password; save it without one</source>
        <translation>книга защищена паролем; сохраните её без пароля</translation>
    </message>
    <message>
        <source>this is an old Excel file (.xls); save it as workbook (.xlsx) or CSV in Excel or LibreOffice and import that</source>
        <translation>это старый файл Excel (.xls); сохраните его в Excel или LibreOffice как книгу (.xlsx) или CSV и импортируйте её</translation>
    </message>
    <message>
        <source>this is a PDF document and no table</source>
        <translation>это документ PDF, а не таблица</translation>
    </message>
    <message>
        <source>this is a database or a project of Linnet and no table; export its rows as CSV first</source>
        <translation>это база данных или проект Linnet, а не таблица; сначала сохраните её строки как CSV</translation>
    </message>
    <message>
        <source>this is a Parquet file; save it as CSV</source>
        <translation>это файл Parquet; сохраните его как CSV</translation>
    </message>
    <message>
        <source>this is a web page or XML, whatever its name says; open it in Excel or LibreOffice, save it as workbook (.xlsx) or CSV and import that</source>
        <translation>это веб-страница или XML, что бы ни говорило имя файла; откройте его в Excel или LibreOffice, сохраните как книгу (.xlsx) или CSV и импортируйте её</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>файл пуст</translation>
    </message>
    <message>
        <source>JSON must be UTF-8, and this is UTF-16</source>
        <translation>JSON должен быть в UTF-8, а здесь UTF-16</translation>
    </message>
    <message>
        <source>this is no text, and no table that can be read</source>
        <translation>это не текст и не таблица, которую можно прочитать</translation>
    </message>
    <message>
        <source>the table has no rows</source>
        <translation>в таблице нет строк</translation>
    </message>
    <message>
        <source>the workbook is nested too deeply</source>
        <translation>вложенность в книге слишком глубока</translation>
    </message>
    <message>
        <source>the workbook has entities, which none may have</source>
        <translation>в книге есть сущности XML, которых в ней быть не может</translation>
    </message>
    <message>
        <source>the workbook is damaged: its XML cannot be read</source>
        <translation>книга повреждена: её XML не читается</translation>
    </message>
    <message>
        <source>the workbook has more than 256 MB of different texts; save the sheet as CSV</source>
        <translation>в книге больше 256 МБ разных текстов; сохраните лист как CSV</translation>
    </message>
    <message>
        <source>this archive is no Excel workbook</source>
        <translation>этот архив — не книга Excel</translation>
    </message>
    <message>
        <source>this is a document of OpenOffice or LibreOffice (.ods); save it as Excel workbook (.xlsx) or CSV there and import that</source>
        <translation>это документ OpenOffice или LibreOffice (.ods); сохраните его там как книгу Excel (.xlsx) или CSV и импортируйте её</translation>
    </message>
    <message>
        <source>this is a binary workbook (.xlsb); save it as .xlsx in Excel and import that</source>
        <translation>это двоичная книга (.xlsb); сохраните её в Excel как .xlsx и импортируйте</translation>
    </message>
    <message>
        <source>the archive is damaged or cut off</source>
        <translation>архив повреждён или обрезан</translation>
    </message>
    <message>
        <source>the archive has more than 10,000 files</source>
        <translation>в архиве больше 10 000 файлов</translation>
    </message>
    <message>
        <source>the file is protected by a password</source>
        <translation>файл защищён паролем</translation>
    </message>
    <message>
        <source>the workbook unpacks to far more than an honest one would</source>
        <translation>книга распаковывается в гораздо большее, чем может честная</translation>
    </message>
    <message>
        <source>a part of the workbook is larger than can be held in memory</source>
        <translation>часть книги больше, чем можно держать в памяти</translation>
    </message>
</context>
<context>
    <name>linnet::ErrorText</name>
    <message>
        <source>The address of the server could not be found.</source>
        <translation>Не удалось найти сервер по этому адресу.</translation>
    </message>
    <message>
        <source>Check the spelling of the address and the network connection.</source>
        <translation>Проверьте, нет ли в адресе опечатки и есть ли подключение к сети.</translation>
    </message>
    <message>
        <source>The server refused the connection.</source>
        <translation>Сервер не принял соединение.</translation>
    </message>
    <message>
        <source>The server may be switched off; try again later.</source>
        <translation>Возможно, сервер выключен; попробуйте позже.</translation>
    </message>
    <message>
        <source>The connection was broken off by the other side.</source>
        <translation>Соединение оборвалось на другой стороне.</translation>
    </message>
    <message>
        <source>Try again; a slower pace often helps.</source>
        <translation>Попробуйте ещё раз; часто помогает более медленный темп.</translation>
    </message>
    <message>
        <source>The answer ended before it was complete.</source>
        <translation>Ответ пришёл не целиком.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Попробуйте позже.</translation>
    </message>
    <message>
        <source>Check the computer&apos;s date; in an office network ask whether traffic is inspected.</source>
        <translation>Проверьте дату на компьютере; в офисной сети спросите, не проверяется ли трафик.</translation>
    </message>
    <message>
        <source>The server fell silent in the middle of its answer.</source>
        <translation>Сервер замолчал посреди ответа.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Сервер не ответил вовремя.</translation>
    </message>
    <message>
        <source>Try again later or allow more time per request.</source>
        <translation>Попробуйте позже или увеличьте время на запрос.</translation>
    </message>
    <message>
        <source>The answer is larger than the limit.</source>
        <translation>Ответ больше допустимого размера.</translation>
    </message>
    <message>
        <source>The header lines of the answer cannot be read: they are too many, or one of them is broken.</source>
        <translation>Строки заголовка ответа не удаётся прочитать: их слишком много или одна из них испорчена.</translation>
    </message>
    <message>
        <source>What the server sent is no proper HTTP answer.</source>
        <translation>То, что прислал сервер, не является правильным ответом HTTP.</translation>
    </message>
    <message>
        <source>Check that a web server answers at this address and port.</source>
        <translation>Проверьте, что по этому адресу и порту отвечает веб-сервер.</translation>
    </message>
    <message>
        <source>The server sent an interim answer before the real one, which cannot be read here.</source>
        <translation>Перед настоящим ответом сервер прислал промежуточный, и прочитать настоящий здесь не удаётся.</translation>
    </message>
    <message>
        <source>The compressed answer would unpack to an unreasonable size.</source>
        <translation>После распаковки сжатый ответ оказался бы неправдоподобно большим.</translation>
    </message>
    <message>
        <source>The compressed answer could not be unpacked.</source>
        <translation>Не удалось распаковать сжатый ответ.</translation>
    </message>
    <message>
        <source>The server answered with something other than the expected data.</source>
        <translation>Сервер прислал не те данные, которые ожидались.</translation>
    </message>
    <message>
        <source>The service may be under maintenance; try again later.</source>
        <translation>Возможно, на сервисе идут работы; попробуйте позже.</translation>
    </message>
    <message>
        <source>The address redirects in a circle.</source>
        <translation>Адрес перенаправляет по кругу.</translation>
    </message>
    <message>
        <source>The address redirects too many times.</source>
        <translation>Слишком много перенаправлений.</translation>
    </message>
    <message>
        <source>The server redirects from a secure to an insecure address; this was not followed.</source>
        <translation>Сервер перенаправляет с защищённого адреса на незащищённый; переход не выполнен.</translation>
    </message>
    <message>
        <source>The server redirects to an address that is no web address; this was not followed.</source>
        <translation>Сервер перенаправляет на адрес, который не является адресом в интернете; переход не выполнен.</translation>
    </message>
    <message>
        <source>The proxy could not pass the request on.</source>
        <translation>Прокси не смог передать запрос.</translation>
    </message>
    <message>
        <source>Check the proxy settings of the system.</source>
        <translation>Проверьте настройки прокси в системе.</translation>
    </message>
    <message>
        <source>No proxy can be used, and nothing is sent without one.</source>
        <translation>Ни один прокси не работает, а без прокси ничего не отправляется.</translation>
    </message>
    <message>
        <source>The request failed.</source>
        <translation>Запрос не удался.</translation>
    </message>
    <message>
        <source>Stopped before it was asked.</source>
        <translation>Остановлено до отправки запроса.</translation>
    </message>
    <message>
        <source>The program was closed before the answer came.</source>
        <translation>Программу закрыли до того, как пришёл ответ.</translation>
    </message>
    <message>
        <source>The source does not let this program search without a valid access token.</source>
        <translation>Источник не разрешает этой программе искать без действующего токена доступа.</translation>
    </message>
    <message>
        <source>The source wants to see a person: it asks for a captcha.</source>
        <translation>Источник хочет убедиться, что вы человек, и показывает капчу.</translation>
    </message>
    <message>
        <source>Open the address in a browser and solve it; the search then goes on by itself.</source>
        <translation>Откройте адрес в браузере и пройдите проверку; дальше поиск продолжится сам.</translation>
    </message>
    <message>
        <source>The source did not accept a value of the search.</source>
        <translation>Источник не принял одно из значений поиска.</translation>
    </message>
    <message>
        <source>Change the value named in brackets.</source>
        <translation>Измените значение, указанное в скобках.</translation>
    </message>
    <message>
        <source>The source does not accept the name by which this program introduces itself.</source>
        <translation>Источник не принимает имя, которым представляется программа.</translation>
    </message>
    <message>
        <source>The source shows no more than its limit of results for one search.</source>
        <translation>За один поиск источник показывает не больше результатов, чем позволяет его предел.</translation>
    </message>
    <message>
        <source>Narrow the search, for example by region or period.</source>
        <translation>Сузьте поиск, например по региону или периоду.</translation>
    </message>
    <message>
        <source>A value cannot be used.</source>
        <translation>Недопустимое значение.</translation>
    </message>
    <message>
        <source>A line of the input cannot be read.</source>
        <translation>Не удалось разобрать строку входных данных.</translation>
    </message>
    <message>
        <source>Web addresses begin with http:// or https://.</source>
        <translation>Такие адреса начинаются с http:// или https://.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>На диске нет места.</translation>
    </message>
    <message>
        <source>Free some space; nothing that was shown is lost.</source>
        <translation>Освободите место; всё, что уже показано, сохранено.</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>Не удалось прочитать или записать файл.</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write there.</source>
        <translation>Проверьте, что папка существует и вам разрешено в неё записывать.</translation>
    </message>
    <message>
        <source>The project is open in another Linnet.</source>
        <translation>Проект открыт в другом окне Linnet.</translation>
    </message>
    <message>
        <source>Close it there first.</source>
        <translation>Сначала закройте его там.</translation>
    </message>
    <message>
        <source>This file is not a Linnet project.</source>
        <translation>Этот файл — не проект Linnet.</translation>
    </message>
    <message>
        <source>This project was made by a newer version of Linnet.</source>
        <translation>Этот проект создан в более новой версии Linnet.</translation>
    </message>
    <message>
        <source>Update Linnet to open it.</source>
        <translation>Чтобы открыть его, обновите Linnet.</translation>
    </message>
    <message>
        <source>The project file could not be read or written.</source>
        <translation>Не удалось прочитать или записать файл проекта.</translation>
    </message>
    <message>
        <source>What was asked for is no longer there.</source>
        <translation>Запрошенного больше нет.</translation>
    </message>
    <message>
        <source>Change how Linnet introduces itself (More filters, or --user-agent); addresses at example.com are refused.</source>
        <translation>Измените, как Linnet представляется («Ещё фильтры» или --user-agent); адреса example.com не принимаются.</translation>
    </message>
    <message>
        <source>This is not a web address.</source>
        <translation>Это не веб-адрес.</translation>
    </message>
    <message>
        <source>The server says that this address does not exist (any more).</source>
        <translation>Сервер отвечает, что такого адреса нет (или больше нет).</translation>
    </message>
    <message>
        <source>The server says that requests come too fast.</source>
        <translation>Сервер отвечает, что запросы идут слишком часто.</translation>
    </message>
    <message>
        <source>Choose a slower pace and try again later.</source>
        <translation>Выберите более спокойный темп и попробуйте позже.</translation>
    </message>
    <message>
        <source>The server refuses access.</source>
        <translation>Сервер отказывает в доступе.</translation>
    </message>
    <message>
        <source>The server has a problem of its own.</source>
        <translation>У сервера внутренняя неполадка.</translation>
    </message>
    <message>
        <source>The server did not give what was asked for.</source>
        <translation>Сервер не дал запрошенного.</translation>
    </message>
    <message>
        <source>The proxy asks for a login.</source>
        <translation>Прокси требует имя и пароль.</translation>
    </message>
    <message>
        <source>This address does not say how it is to be asked.</source>
        <translation>В адресе не сказано, как его запрашивать.</translation>
    </message>
    <message>
        <source>Write https:// before it.</source>
        <translation>Напишите перед ним https://.</translation>
    </message>
    <message>
        <source>Addresses of this kind are not on the web and cannot be asked.</source>
        <translation>Такие адреса не относятся к вебу, запросить их нельзя.</translation>
    </message>
    <message>
        <source>Test the proxies or choose others; if you chose none, check the proxy settings of the system.</source>
        <translation>Проверьте прокси или выберите другие; если вы их не выбирали, проверьте настройки прокси системы.</translation>
    </message>
    <message>
        <source>No secure connection could be made: the server&apos;s certificate is not trusted, or it speaks no protocol that can be used.</source>
        <translation>Защищённое соединение установить не удалось: сертификату сервера нет доверия или сервер не говорит ни по одному подходящему протоколу.</translation>
    </message>
    <message>
        <source>What stands at the address of the sitemap cannot be read as a sitemap.</source>
        <translation>То, что находится по адресу карты сайта, не читается как карта сайта.</translation>
    </message>
    <message>
        <source>Many sites show an ordinary page there when they have none. The crawl goes on by the links; pages that no link leads to may be missing. If the site is yours, name the right address in robots.txt.</source>
        <translation>Многие сайты без карты показывают там обычную страницу. Обход продолжается по ссылкам; страниц, на которые никто не ссылается, может не хватать. Если сайт ваш, укажите верный адрес в robots.txt.</translation>
    </message>
    <message>
        <source>The address had a login, which is not stored with the run.</source>
        <translation>В адресе был логин с паролем, а они вместе с запуском не хранятся.</translation>
    </message>
    <message>
        <source>Check the address in a new run, with its login.</source>
        <translation>Проверьте этот адрес в новом запуске, указав логин и пароль.</translation>
    </message>
    <message>
        <source>The file cannot be read, or not any further.</source>
        <translation>Файл не читается, или не читается дальше.</translation>
    </message>
    <message>
        <source>What was read of it is kept. Get the file once more, or choose another one.</source>
        <translation>Прочитанное сохранено. Получите файл ещё раз или выберите другой.</translation>
    </message>
    <message>
        <source>hh.ru gives tokens to registered applications, mainly of employers, at dev.hh.ru; the review takes up to 15 working days. SuperJob gives a key to everybody who registers a program at api.superjob.ru/register. The same search on &quot;Work in Russia&quot; needs no account.</source>
        <translation>hh.ru выдаёт токены зарегистрированным приложениям, в основном работодателей, на dev.hh.ru; проверка занимает до 15 рабочих дней. SuperJob даёт ключ каждому, кто зарегистрирует программу на api.superjob.ru/register. Для того же поиска на «Работе России» учётная запись не нужна.</translation>
    </message>
    <message>
        <source>If it was one, it is damaged: &quot;linnet-cli project FILE --check&quot; says so.</source>
        <translation>Если это был проект, он повреждён: это покажет «linnet-cli project ФАЙЛ --check».</translation>
    </message>
    <message>
        <source>If it is damaged, &quot;linnet-cli project FILE --check&quot; says where, and --rescue brings what can be read into a new project.</source>
        <translation>Если он повреждён, «linnet-cli project ФАЙЛ --check» покажет где, а --rescue перенесёт всё, что читается, в новый проект.</translation>
    </message>
</context>
<context>
    <name>linnet::ManualWriter</name>
    <message>
        <source>NAME</source>
        <translation>ИМЯ</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <translation>СИНТАКСИС</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <translation>ОПИСАНИЕ</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>ПАРАМЕТРЫ</translation>
    </message>
    <message>
        <source>COMMANDS</source>
        <translation>КОМАНДЫ</translation>
    </message>
    <message>
        <source>SEE ALSO</source>
        <translation>СМОТРИТЕ ТАКЖЕ</translation>
    </message>
    <message>
        <source>OPTIONS THAT COMMANDS HAVE IN COMMON</source>
        <translation>ОБЩИЕ ПАРАМЕТРЫ КОМАНД</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>КОМАНДА</translation>
    </message>
    <message>
        <source>options</source>
        <translation>параметры</translation>
    </message>
    <message>
        <source>Without it: %1.</source>
        <translation>По умолчанию: %1.</translation>
    </message>
    <message>
        <source>Also, see %1 below:</source>
        <translation>А также, см. ниже раздел «%1»:</translation>
    </message>
</context>
<context>
    <name>linnet::Places</name>
    <message>
        <source>Beside the program stands portable.ini, but the folder %1 cannot be written. Settings and data are kept in your home folder instead. Make the folder writable, or remove portable.ini.</source>
        <translation>Рядом с программой лежит portable.ini, но в папку %1 нельзя записывать. Настройки и данные хранятся в вашей домашней папке. Разрешите запись в эту папку или удалите portable.ini.</translation>
    </message>
</context>
<context>
    <name>linnet::StartOptions</name>
    <message>
        <source>Collects job vacancies into tables and Excel files.</source>
        <translation>Собирает вакансии в таблицы и файлы Excel.</translation>
    </message>
    <message>
        <source>Opens a project; it is created when absent.</source>
        <translation>Открывает проект; если его нет, создаёт.</translation>
    </message>
    <message>
        <source>A project to open.</source>
        <translation>Проект, который нужно открыть.</translation>
    </message>
</context>
<context>
    <name>linnet::audit::AuditRule</name>
    <message>
        <source>Search engines</source>
        <translation>Поисковые системы</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Не работает</translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>Перенаправления</translation>
    </message>
    <message>
        <source>Canonical address</source>
        <translation>Канонический адрес</translation>
    </message>
    <message>
        <source>Titles and descriptions</source>
        <translation>Заголовки и описания</translation>
    </message>
    <message>
        <source>Sitemap</source>
        <translation>Карта сайта</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Заголовки на странице</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Ссылки</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Безопасность</translation>
    </message>
    <message>
        <source>Phones, sharing, data</source>
        <translation>Телефоны, соцсети, данные</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>Own rules</source>
        <translation>Свои правила</translation>
    </message>
    <message>
        <source>error</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>предупреждение</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>замечание</translation>
    </message>
    <message>
        <source>Hardly any text</source>
        <translation>Почти нет текста</translation>
    </message>
    <message>
        <source>Outside navigation, header and footer the page has fewer words than this.</source>
        <translation>Вне навигации, шапки и подвала на странице меньше слов, чем указано.</translation>
    </message>
    <message>
        <source>Write what people come for, or let search engines leave it out.</source>
        <translation>Напишите то, за чем приходят, или закройте страницу от поиска.</translation>
    </message>
    <message>
        <source>Little text</source>
        <translation>Мало текста</translation>
    </message>
    <message>
        <source>Say more, or join it with another page.</source>
        <translation>Напишите больше или объедините с другой страницей.</translation>
    </message>
    <message>
        <source>Same text at several addresses</source>
        <translation>Один текст по нескольким адресам</translation>
    </message>
    <message>
        <source>Pages of the host have exactly the same text; search engines list one of them, perhaps not the one you want.</source>
        <translation>Текст страниц хоста полностью совпадает; поисковая система покажет одну, возможно, не ту.</translation>
    </message>
    <message>
        <source>Keep one, and redirect or name it as canonical in the others.</source>
        <translation>Оставьте одну, а с других перенаправьте или укажите её канонической.</translation>
    </message>
    <message>
        <source>Says &quot;not found&quot; with status 200</source>
        <translation>Пишет «не найдено» со статусом 200</translation>
    </message>
    <message>
        <source>The page tells readers that there is nothing, and search engines that all is well.</source>
        <translation>Читателям страница говорит, что ничего нет, а поисковым системам, что всё в порядке.</translation>
    </message>
    <message>
        <source>Answer with status 404 or 410.</source>
        <translation>Отвечайте статусом 404 или 410.</translation>
    </message>
    <message>
        <source>Filler text (lorem ipsum)</source>
        <translation>Текст-заполнитель (lorem ipsum)</translation>
    </message>
    <message>
        <source>The page still has the text that stands in for the real one.</source>
        <translation>На странице остался текст, который ставят вместо настоящего.</translation>
    </message>
    <message>
        <source>Write the real text.</source>
        <translation>Напишите настоящий текст.</translation>
    </message>
    <message>
        <source>Little text for its size</source>
        <translation>Мало текста для такого размера</translation>
    </message>
    <message>
        <source>Less than so many per cent of the bytes are text to read.</source>
        <translation>Текста для чтения меньше указанного процента байтов.</translation>
    </message>
    <message>
        <source>Move scripts and styles into files of their own.</source>
        <translation>Вынесите скрипты и стили в отдельные файлы.</translation>
    </message>
    <message>
        <source>Very large page</source>
        <translation>Очень большая страница</translation>
    </message>
    <message>
        <source>The page alone, without its pictures, has more bytes than this.</source>
        <translation>Сама страница, без картинок, больше указанного числа байтов.</translation>
    </message>
    <message>
        <source>Part it, or move what is in it into files of their own.</source>
        <translation>Разделите её или вынесите содержимое в отдельные файлы.</translation>
    </message>
    <message>
        <source>Very many elements</source>
        <translation>Очень много элементов</translation>
    </message>
    <message>
        <source>Pages with more elements than this are slow to build and to scroll.</source>
        <translation>Страницы, где элементов больше указанного, медленно строятся и прокручиваются.</translation>
    </message>
    <message>
        <source>Part the page or simplify it.</source>
        <translation>Разделите страницу или упростите её.</translation>
    </message>
    <message>
        <source>Wrong encoding</source>
        <translation>Неверная кодировка</translation>
    </message>
    <message>
        <source>The page has bytes that its encoding does not have, so some letters cannot be read.</source>
        <translation>На странице есть байты, которых нет в её кодировке, и некоторые буквы не прочесть.</translation>
    </message>
    <message>
        <source>Say the encoding that the file really has, best UTF-8.</source>
        <translation>Укажите кодировку файла, лучше всего UTF-8.</translation>
    </message>
    <message>
        <source>Encoding is not said</source>
        <translation>Кодировка не указана</translation>
    </message>
    <message>
        <source>Neither a header nor the page says its encoding; browsers guess.</source>
        <translation>Ни заголовок ответа, ни страница не называют кодировку; браузеры угадывают.</translation>
    </message>
    <message>
        <source>Say it in the first 1,024 bytes: meta charset=utf-8.</source>
        <translation>Укажите её в первых 1024 байтах: meta charset=utf-8.</translation>
    </message>
    <message>
        <source>Built by JavaScript</source>
        <translation>Собирается скриптом</translation>
    </message>
    <message>
        <source>Hardly any text, but scripts: what is read without running them is almost nothing.</source>
        <translation>Почти нет текста, но есть скрипты: без их запуска читать нечего.</translation>
    </message>
    <message>
        <source>Let the server send the text.</source>
        <translation>Пусть текст присылает сервер.</translation>
    </message>
    <message>
        <source>Language is not said</source>
        <translation>Язык не указан</translation>
    </message>
    <message>
        <source>Programs that read aloud or translate have to guess.</source>
        <translation>Программы, которые читают вслух или переводят, вынуждены угадывать.</translation>
    </message>
    <message>
        <source>Write lang in the html element.</source>
        <translation>Укажите lang в элементе html.</translation>
    </message>
    <message>
        <source>Language is no language code</source>
        <translation>Язык указан не кодом</translation>
    </message>
    <message>
        <source>The attribute lang holds something else than a code such as en or pt-BR.</source>
        <translation>В атрибуте lang не код вроде en или pt-BR.</translation>
    </message>
    <message>
        <source>Write a code by BCP 47.</source>
        <translation>Укажите код по BCP 47.</translation>
    </message>
    <message>
        <source>Pictures without alt</source>
        <translation>Картинки без alt</translation>
    </message>
    <message>
        <source>Who cannot see the picture is told nothing of it, not even that it is decoration.</source>
        <translation>Кто не видит картинку, ничего о ней не узнает, даже что она для украшения.</translation>
    </message>
    <message>
        <source>Write alt; alt=&quot;&quot; for what only decorates.</source>
        <translation>Напишите alt; для украшений alt=&quot;&quot;.</translation>
    </message>
    <message>
        <source>Pictures without size</source>
        <translation>Картинки без размеров</translation>
    </message>
    <message>
        <source>The text jumps while the pictures load.</source>
        <translation>Пока картинки загружаются, текст прыгает.</translation>
    </message>
    <message>
        <source>Give width and height.</source>
        <translation>Укажите width и height.</translation>
    </message>
    <message>
        <source>Long address</source>
        <translation>Длинный адрес</translation>
    </message>
    <message>
        <source>An address of more letters than this is cut off where people pass it on.</source>
        <translation>Адрес длиннее указанного числа букв обрезают, когда им делятся.</translation>
    </message>
    <message>
        <source>Shorten folders and names.</source>
        <translation>Сократите папки и имена.</translation>
    </message>
    <message>
        <source>Capital letters in the address</source>
        <translation>Заглавные буквы в адресе</translation>
    </message>
    <message>
        <source>Servers tell them apart from small ones, people do not.</source>
        <translation>Серверы отличают их от строчных, люди нет.</translation>
    </message>
    <message>
        <source>Use small letters, and redirect the old address.</source>
        <translation>Используйте строчные, со старого адреса перенаправьте.</translation>
    </message>
    <message>
        <source>Underscores in the address</source>
        <translation>Подчёркивания в адресе</translation>
    </message>
    <message>
        <source>Search engines take words with _ between them for one word.</source>
        <translation>Слова через _ поисковые системы считают одним словом.</translation>
    </message>
    <message>
        <source>Use hyphens in new addresses.</source>
        <translation>В новых адресах используйте дефисы.</translation>
    </message>
    <message>
        <source>Blanks in the address</source>
        <translation>Пробелы в адресе</translation>
    </message>
    <message>
        <source>Blanks are written as %20 and break where people pass the address on.</source>
        <translation>Пробелы пишутся как %20 и ломают адрес, когда им делятся.</translation>
    </message>
    <message>
        <source>Use hyphens.</source>
        <translation>Используйте дефисы.</translation>
    </message>
    <message>
        <source>Double slashes in the address</source>
        <translation>Двойные косые черты в адресе</translation>
    </message>
    <message>
        <source>The same page can mostly be reached with one slash, too, as another address.</source>
        <translation>Та же страница обычно открывается и с одной чертой, как другой адрес.</translation>
    </message>
    <message>
        <source>Mend the links that have two.</source>
        <translation>Исправьте ссылки с двумя.</translation>
    </message>
    <message>
        <source>Folder twice in a row</source>
        <translation>Папка дважды подряд</translation>
    </message>
    <message>
        <source>Often a relative link that grows with each page.</source>
        <translation>Часто это относительная ссылка, которая растёт с каждой страницей.</translation>
    </message>
    <message>
        <source>Look at the links on the page where it was found.</source>
        <translation>Посмотрите ссылки на странице, где адрес найден.</translation>
    </message>
    <message>
        <source>Many parameters in the address</source>
        <translation>Много параметров в адресе</translation>
    </message>
    <message>
        <source>Such addresses have many spellings of one page.</source>
        <translation>У таких адресов много записей одной страницы.</translation>
    </message>
    <message>
        <source>Leave out what does not change the page.</source>
        <translation>Уберите то, что не меняет страницу.</translation>
    </message>
    <message>
        <source>Number of a visit in the address</source>
        <translation>Номер сеанса в адресе</translation>
    </message>
    <message>
        <source>Each visitor gets other addresses for the same pages.</source>
        <translation>Каждый посетитель получает другие адреса тех же страниц.</translation>
    </message>
    <message>
        <source>Keep the visit in a cookie.</source>
        <translation>Храните сеанс в cookie.</translation>
    </message>
    <message>
        <source>Links with marks of advertising</source>
        <translation>Ссылки с рекламными метками</translation>
    </message>
    <message>
        <source>A link of the site itself has parameters that count advertisements, and the counts become wrong.</source>
        <translation>В ссылке самого сайта стоят метки для подсчёта рекламы, и подсчёт становится неверным.</translation>
    </message>
    <message>
        <source>Take the parameters out of the links.</source>
        <translation>Уберите метки из ссылок.</translation>
    </message>
    <message>
        <source>Many folders in the address</source>
        <translation>Много папок в адресе</translation>
    </message>
    <message>
        <source>More folders than this say little to people.</source>
        <translation>Больше папок, чем указано, людям мало что говорит.</translation>
    </message>
    <message>
        <source>Use fewer folders in new addresses.</source>
        <translation>В новых адресах используйте меньше папок.</translation>
    </message>
    <message>
        <source>Other letters than Latin in the address</source>
        <translation>Нелатинские буквы в адресе</translation>
    </message>
    <message>
        <source>Fine for readers, but written as %… where programs pass the address on.</source>
        <translation>Удобно читателям, но при передаче программами записывается как %….</translation>
    </message>
    <message>
        <source>Nothing, for sites in such languages.</source>
        <translation>Ничего, для сайтов на таких языках.</translation>
    </message>
    <message>
        <source>Endless spaces</source>
        <translation>Бесконечные разделы</translation>
    </message>
    <message>
        <source>Addresses of this kind would never end: calendars, growing paths, numbers of visits.</source>
        <translation>Адреса такого вида не кончаются: календари, растущие пути, номера сеансов.</translation>
    </message>
    <message>
        <source>Do not link to them, or close them in robots.txt.</source>
        <translation>Не ссылайтесь на них или закройте их в robots.txt.</translation>
    </message>
    <message>
        <source>Pages without https</source>
        <translation>Страницы без https</translation>
    </message>
    <message>
        <source>What is read and typed can be seen and changed on the way, and browsers warn.</source>
        <translation>Прочитанное и введённое можно увидеть и подменить по дороге, браузеры предупреждают.</translation>
    </message>
    <message>
        <source>Serve the site by https and redirect there.</source>
        <translation>Отдавайте сайт по https и перенаправляйте туда.</translation>
    </message>
    <message>
        <source>Certificate problem</source>
        <translation>Проблема с сертификатом</translation>
    </message>
    <message>
        <source>Browsers warn readers away from the server.</source>
        <translation>Браузеры предупреждают читателей об этом сервере.</translation>
    </message>
    <message>
        <source>Mend the certificate of the server.</source>
        <translation>Исправьте сертификат сервера.</translation>
    </message>
    <message>
        <source>Unsafe scripts and frames on https</source>
        <translation>Незащищённые скрипты и фреймы на https</translation>
    </message>
    <message>
        <source>Browsers block them, so the page works wrong.</source>
        <translation>Браузеры их блокируют, и страница работает неправильно.</translation>
    </message>
    <message>
        <source>Load them by https.</source>
        <translation>Загружайте их по https.</translation>
    </message>
    <message>
        <source>Unsafe pictures on https</source>
        <translation>Незащищённые картинки на https</translation>
    </message>
    <message>
        <source>Browsers show the page as not quite safe or leave the picture out.</source>
        <translation>Браузеры считают страницу не вполне защищённой или не показывают картинку.</translation>
    </message>
    <message>
        <source>Forms that send without https</source>
        <translation>Формы отправляются без https</translation>
    </message>
    <message>
        <source>What people type in goes over the net for all to read.</source>
        <translation>Введённое людьми идёт по сети открыто.</translation>
    </message>
    <message>
        <source>Send the form by https.</source>
        <translation>Отправляйте форму по https.</translation>
    </message>
    <message>
        <source>Password asked for without https</source>
        <translation>Пароль запрашивается без https</translation>
    </message>
    <message>
        <source>The password goes over the net for all to read.</source>
        <translation>Пароль идёт по сети открыто.</translation>
    </message>
    <message>
        <source>Serve the page by https.</source>
        <translation>Отдавайте страницу по https.</translation>
    </message>
    <message>
        <source>HSTS is missing</source>
        <translation>Нет HSTS</translation>
    </message>
    <message>
        <source>The first visit can still be led to http.</source>
        <translation>Первое посещение всё ещё можно увести на http.</translation>
    </message>
    <message>
        <source>Send Strict-Transport-Security.</source>
        <translation>Отправляйте Strict-Transport-Security.</translation>
    </message>
    <message>
        <source>HSTS is short</source>
        <translation>Короткий HSTS</translation>
    </message>
    <message>
        <source>Browsers forget it before a year is over.</source>
        <translation>Браузеры забудут его раньше чем через год.</translation>
    </message>
    <message>
        <source>Use max-age of a year or more.</source>
        <translation>Укажите max-age не меньше года.</translation>
    </message>
    <message>
        <source>nosniff is missing</source>
        <translation>Нет nosniff</translation>
    </message>
    <message>
        <source>Browsers may take a file for another type than the server says.</source>
        <translation>Браузер может принять файл за другой тип, чем указал сервер.</translation>
    </message>
    <message>
        <source>Send X-Content-Type-Options: nosniff.</source>
        <translation>Отправляйте X-Content-Type-Options: nosniff.</translation>
    </message>
    <message>
        <source>May be shown in frames of others</source>
        <translation>Можно показать в чужом фрейме</translation>
    </message>
    <message>
        <source>Another site can show the page as a part of its own and catch clicks.</source>
        <translation>Другой сайт может показать страницу как свою часть и перехватить щелчки.</translation>
    </message>
    <message>
        <source>Send Content-Security-Policy: frame-ancestors.</source>
        <translation>Отправляйте Content-Security-Policy: frame-ancestors.</translation>
    </message>
    <message>
        <source>Content-Security-Policy is missing</source>
        <translation>Нет Content-Security-Policy</translation>
    </message>
    <message>
        <source>Nothing says which scripts may run on the page.</source>
        <translation>Не сказано, каким скриптам можно работать на странице.</translation>
    </message>
    <message>
        <source>Send Content-Security-Policy.</source>
        <translation>Отправляйте Content-Security-Policy.</translation>
    </message>
    <message>
        <source>Referrer-Policy is missing</source>
        <translation>Нет Referrer-Policy</translation>
    </message>
    <message>
        <source>Other sites may learn whole addresses of yours.</source>
        <translation>Другие сайты могут узнать ваши адреса целиком.</translation>
    </message>
    <message>
        <source>Send Referrer-Policy.</source>
        <translation>Отправляйте Referrer-Policy.</translation>
    </message>
    <message>
        <source>Cookies without protection</source>
        <translation>Незащищённые cookie</translation>
    </message>
    <message>
        <source>A cookie lacks Secure, HttpOnly or SameSite, so it can be read or sent by others.</source>
        <translation>У cookie нет Secure, HttpOnly или SameSite, и его могут прочесть или отправить другие.</translation>
    </message>
    <message>
        <source>Set what the cookie can have.</source>
        <translation>Задайте то, что cookie допускает.</translation>
    </message>
    <message>
        <source>Not made for phones</source>
        <translation>Не для телефонов</translation>
    </message>
    <message>
        <source>Without a viewport phones show the page as on a large screen, tiny.</source>
        <translation>Без viewport телефоны показывают страницу как на большом экране, мелко.</translation>
    </message>
    <message>
        <source>Write meta name=viewport content=&quot;width=device-width, initial-scale=1&quot;.</source>
        <translation>Напишите meta name=viewport content=&quot;width=device-width, initial-scale=1&quot;.</translation>
    </message>
    <message>
        <source>No words for social networks</source>
        <translation>Нет данных для соцсетей</translation>
    </message>
    <message>
        <source>Who shares the page shows a bare address.</source>
        <translation>Кто делится страницей, показывает голый адрес.</translation>
    </message>
    <message>
        <source>Write og:title, og:description and og:image.</source>
        <translation>Напишите og:title, og:description и og:image.</translation>
    </message>
    <message>
        <source>Structured data are no JSON</source>
        <translation>Структурированные данные не JSON</translation>
    </message>
    <message>
        <source>Search engines pass over the whole block.</source>
        <translation>Поисковые системы пропустят весь блок.</translation>
    </message>
    <message>
        <source>Mend the JSON.</source>
        <translation>Исправьте JSON.</translation>
    </message>
    <message>
        <source>Slow first byte</source>
        <translation>Медленный первый байт</translation>
    </message>
    <message>
        <source>The server thinks longer than so many seconds before it answers.</source>
        <translation>Сервер думает дольше указанного числа секунд.</translation>
    </message>
    <message>
        <source>Keep what is made in a cache, or find what takes the time.</source>
        <translation>Храните готовое в кэше или найдите, на что уходит время.</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Медленно</translation>
    </message>
    <message>
        <source>The whole answer took longer than so many seconds.</source>
        <translation>Весь ответ занял больше указанного числа секунд.</translation>
    </message>
    <message>
        <source>Send less, pack it, or look at the server.</source>
        <translation>Отправляйте меньше, сжимайте или проверьте сервер.</translation>
    </message>
    <message>
        <source>Not packed</source>
        <translation>Без сжатия</translation>
    </message>
    <message>
        <source>The page is sent as it is and takes several times as long.</source>
        <translation>Страница отправляется как есть и идёт в несколько раз дольше.</translation>
    </message>
    <message>
        <source>Let the server use gzip or br.</source>
        <translation>Включите на сервере gzip или br.</translation>
    </message>
    <message>
        <source>Names another address as its own</source>
        <translation>Называет своим другой адрес</translation>
    </message>
    <message>
        <source>The page says that another one should be listed in its place: a list to look through, no fault.</source>
        <translation>Страница просит показывать вместо неё другую: список для просмотра, не ошибка.</translation>
    </message>
    <message>
        <source>Nothing, if the two say the same.</source>
        <translation>Ничего, если содержание одно и то же.</translation>
    </message>
    <message>
        <source>No canonical address</source>
        <translation>Нет канонического адреса</translation>
    </message>
    <message>
        <source>When the page can be reached under several addresses, search engines choose one by themselves.</source>
        <translation>Если страница доступна по нескольким адресам, поисковая система выберет один сама.</translation>
    </message>
    <message>
        <source>Let each page name its own address.</source>
        <translation>Пусть каждая страница называет свой адрес.</translation>
    </message>
    <message>
        <source>Canonical address said twice</source>
        <translation>Канонический адрес указан дважды</translation>
    </message>
    <message>
        <source>The same address is named more than once; one of them will be forgotten at the next change.</source>
        <translation>Один и тот же адрес назван несколько раз; при следующей правке один из них забудут.</translation>
    </message>
    <message>
        <source>Name it once.</source>
        <translation>Укажите его один раз.</translation>
    </message>
    <message>
        <source>Canonical addresses disagree</source>
        <translation>Канонические адреса противоречат друг другу</translation>
    </message>
    <message>
        <source>The page and its headers name different addresses, so search engines believe none of them.</source>
        <translation>Страница и её заголовки называют разные адреса, и поисковые системы не верят ни одному.</translation>
    </message>
    <message>
        <source>Name one address, in one place.</source>
        <translation>Назовите один адрес в одном месте.</translation>
    </message>
    <message>
        <source>Canonical address is broken</source>
        <translation>Канонический адрес не работает</translation>
    </message>
    <message>
        <source>The address that should be listed in its place answers with an error or not at all.</source>
        <translation>Адрес, который просят показывать вместо страницы, отвечает ошибкой или не отвечает.</translation>
    </message>
    <message>
        <source>Name an address that works.</source>
        <translation>Назовите работающий адрес.</translation>
    </message>
    <message>
        <source>Canonical address redirects</source>
        <translation>Канонический адрес перенаправляет</translation>
    </message>
    <message>
        <source>The address that is named sends on to another one.</source>
        <translation>Названный адрес отправляет дальше.</translation>
    </message>
    <message>
        <source>Name the address at the end.</source>
        <translation>Назовите конечный адрес.</translation>
    </message>
    <message>
        <source>Canonical address is not indexable</source>
        <translation>Канонический адрес не индексируется</translation>
    </message>
    <message>
        <source>The page that should be listed instead may not be listed either, so none is.</source>
        <translation>Страницу, которую просят показывать вместо этой, тоже нельзя показывать, и в поиске не будет ни одной.</translation>
    </message>
    <message>
        <source>Name a page that may be listed.</source>
        <translation>Назовите страницу, которую можно показывать.</translation>
    </message>
    <message>
        <source>Canonical address written short</source>
        <translation>Канонический адрес записан сокращённо</translation>
    </message>
    <message>
        <source>Without scheme and host the address changes with the address the page is reached by.</source>
        <translation>Без схемы и хоста адрес зависит от того, по какому адресу открыта страница.</translation>
    </message>
    <message>
        <source>Write it in full, with https:// and host.</source>
        <translation>Запишите его полностью, с https:// и хостом.</translation>
    </message>
    <message>
        <source>Canonical address is none of the web</source>
        <translation>Канонический адрес не из интернета</translation>
    </message>
    <message>
        <source>It begins neither with http nor with https, so search engines pass it over.</source>
        <translation>Он начинается не с http и не с https, и поисковые системы его пропускают.</translation>
    </message>
    <message>
        <source>Write the address under which the page is read.</source>
        <translation>Укажите адрес, по которому страницу читают.</translation>
    </message>
    <message>
        <source>Canonical address outside the head</source>
        <translation>Канонический адрес вне заголовка</translation>
    </message>
    <message>
        <source>Search engines believe it in the head of the page only.</source>
        <translation>Поисковые системы верят ему только в head страницы.</translation>
    </message>
    <message>
        <source>Move it into the head, and look for what ends the head too early.</source>
        <translation>Перенесите его в head и найдите, что закрывает head слишком рано.</translation>
    </message>
    <message>
        <source>Canonical address with a place in the page</source>
        <translation>Канонический адрес с якорем</translation>
    </message>
    <message>
        <source>What stands after # is no address of its own for search engines.</source>
        <translation>То, что стоит после #, для поисковых систем не отдельный адрес.</translation>
    </message>
    <message>
        <source>Write it without # and what follows.</source>
        <translation>Запишите его без # и того, что дальше.</translation>
    </message>
    <message>
        <source>Title is missing</source>
        <translation>Нет заголовка</translation>
    </message>
    <message>
        <source>The title is what people see in lists of results, tabs and bookmarks.</source>
        <translation>Заголовок люди видят в выдаче, на вкладках и в закладках.</translation>
    </message>
    <message>
        <source>Give the page a title that says what is on it.</source>
        <translation>Дайте странице заголовок, который говорит, что на ней.</translation>
    </message>
    <message>
        <source>Title used more than once</source>
        <translation>Заголовок повторяется</translation>
    </message>
    <message>
        <source>Several pages of the host have the same title, so nobody can tell them apart in lists.</source>
        <translation>У нескольких страниц хоста один заголовок, и в списках их не различить.</translation>
    </message>
    <message>
        <source>Say in each title what is on this page only.</source>
        <translation>Скажите в каждом заголовке, что есть только на этой странице.</translation>
    </message>
    <message>
        <source>Title is too wide</source>
        <translation>Заголовок слишком широкий</translation>
    </message>
    <message>
        <source>Lists of results cut it off: it is wider than so many pixels.</source>
        <translation>В выдаче обрежут: текст шире указанного числа пикселей.</translation>
    </message>
    <message>
        <source>Put what matters first, and shorten it.</source>
        <translation>Поставьте главное в начало и сократите.</translation>
    </message>
    <message>
        <source>Title is very short</source>
        <translation>Заголовок очень короткий</translation>
    </message>
    <message>
        <source>There is room for more words that people look for.</source>
        <translation>Есть место для слов, по которым ищут.</translation>
    </message>
    <message>
        <source>Say more exactly what is on the page.</source>
        <translation>Скажите точнее, что на странице.</translation>
    </message>
    <message>
        <source>More than one title</source>
        <translation>Больше одного заголовка</translation>
    </message>
    <message>
        <source>Browsers and search engines take one of them, perhaps the wrong one.</source>
        <translation>Браузеры и поисковые системы возьмут один из них, возможно, не тот.</translation>
    </message>
    <message>
        <source>Leave one title element.</source>
        <translation>Оставьте один элемент title.</translation>
    </message>
    <message>
        <source>Title outside the head</source>
        <translation>Заголовок вне head</translation>
    </message>
    <message>
        <source>A title in the body of the page may be overlooked.</source>
        <translation>Заголовок в теле страницы могут не заметить.</translation>
    </message>
    <message>
        <source>Title says nothing</source>
        <translation>Заголовок ничего не говорит</translation>
    </message>
    <message>
        <source>The title is one that editors put in by themselves.</source>
        <translation>Такой заголовок редакторы ставят сами.</translation>
    </message>
    <message>
        <source>Title is one word</source>
        <translation>Заголовок из одного слова</translation>
    </message>
    <message>
        <source>One word seldom says what is on a page.</source>
        <translation>Одно слово редко говорит, что на странице.</translation>
    </message>
    <message>
        <source>Title and heading are the same</source>
        <translation>Заголовок совпадает с h1</translation>
    </message>
    <message>
        <source>The title could say more than the heading does: the site, the place, the kind of page.</source>
        <translation>Заголовок мог бы сказать больше, чем h1: сайт, место, вид страницы.</translation>
    </message>
    <message>
        <source>Nothing, if there is no more to say.</source>
        <translation>Ничего, если добавить нечего.</translation>
    </message>
    <message>
        <source>Description is missing</source>
        <translation>Нет описания</translation>
    </message>
    <message>
        <source>Search engines make up an excerpt by themselves.</source>
        <translation>Поисковая система составит фрагмент сама.</translation>
    </message>
    <message>
        <source>Describe the page in one or two sentences.</source>
        <translation>Опишите страницу одним-двумя предложениями.</translation>
    </message>
    <message>
        <source>Description used more than once</source>
        <translation>Описание повторяется</translation>
    </message>
    <message>
        <source>Several pages of the host have the same description.</source>
        <translation>У нескольких страниц хоста одно описание.</translation>
    </message>
    <message>
        <source>Describe what is on each page only.</source>
        <translation>Опишите то, что есть только на этой странице.</translation>
    </message>
    <message>
        <source>Description is too wide</source>
        <translation>Описание слишком длинное</translation>
    </message>
    <message>
        <source>Description is very short</source>
        <translation>Описание очень короткое</translation>
    </message>
    <message>
        <source>There is room for more words that make people choose the page.</source>
        <translation>Есть место для слов, которые побудят выбрать страницу.</translation>
    </message>
    <message>
        <source>More than one description</source>
        <translation>Больше одного описания</translation>
    </message>
    <message>
        <source>Search engines take one of them, perhaps the wrong one.</source>
        <translation>Поисковые системы возьмут одно из них, возможно, не то.</translation>
    </message>
    <message>
        <source>Leave one description.</source>
        <translation>Оставьте одно описание.</translation>
    </message>
    <message>
        <source>Description outside the head</source>
        <translation>Описание вне head</translation>
    </message>
    <message>
        <source>A description in the body of the page may be overlooked.</source>
        <translation>Описание в теле страницы могут не заметить.</translation>
    </message>
    <message>
        <source>Marked noindex</source>
        <translation>Помечено noindex</translation>
    </message>
    <message>
        <source>The page asks search engines not to list it, so nobody finds it there.</source>
        <translation>Страница просит поисковые системы не показывать её, поэтому там её никто не найдёт.</translation>
    </message>
    <message>
        <source>Take the mark away if the page should be found; leave it if it is private or of no use in a search.</source>
        <translation>Уберите пометку, если страницу должны находить; оставьте, если она служебная или бесполезна в поиске.</translation>
    </message>
    <message>
        <source>Marked noindex for one search engine</source>
        <translation>Помечено noindex для одной поисковой системы</translation>
    </message>
    <message>
        <source>One search engine is told not to list the page, all others may.</source>
        <translation>Одной поисковой системе запрещено показывать страницу, остальным можно.</translation>
    </message>
    <message>
        <source>Check that this is meant; otherwise take the rule for this crawler away.</source>
        <translation>Проверьте, что так задумано; иначе уберите правило для этого робота.</translation>
    </message>
    <message>
        <source>All links marked nofollow</source>
        <translation>Все ссылки помечены nofollow</translation>
    </message>
    <message>
        <source>Search engines are asked to follow no link of the page, so what stands behind it may not be found.</source>
        <translation>Поисковые системы просят не переходить ни по одной ссылке страницы, и то, что за ней, могут не найти.</translation>
    </message>
    <message>
        <source>Mark single links instead of the page.</source>
        <translation>Помечайте отдельные ссылки, а не всю страницу.</translation>
    </message>
    <message>
        <source>Blocked by robots.txt</source>
        <translation>Закрыто в robots.txt</translation>
    </message>
    <message>
        <source>robots.txt forbids crawlers to ask for the address; it may still be listed, without its text.</source>
        <translation>robots.txt запрещает роботам запрашивать адрес; в поиске он может всё же появиться, но без текста.</translation>
    </message>
    <message>
        <source>Allow it in robots.txt if it should be found, or link to it no more.</source>
        <translation>Откройте адрес в robots.txt, если его должны находить, или уберите ссылки на него.</translation>
    </message>
    <message>
        <source>Rules for crawlers outside the head</source>
        <translation>Правила для роботов вне заголовка</translation>
    </message>
    <message>
        <source>A robots element in the body of the page may be overlooked.</source>
        <translation>Элемент robots в теле страницы могут не заметить.</translation>
    </message>
    <message>
        <source>No excerpt allowed</source>
        <translation>Запрещён фрагмент в выдаче</translation>
    </message>
    <message>
        <source>Search engines may show no text or no picture of the page, so fewer people choose it.</source>
        <translation>Поисковые системы не могут показать текст или картинку страницы, и её реже выбирают.</translation>
    </message>
    <message>
        <source>Allow excerpts unless there is a reason.</source>
        <translation>Разрешите фрагменты, если нет причины запрещать.</translation>
    </message>
    <message>
        <source>Missing addresses (4xx)</source>
        <translation>Ненайденные адреса (4xx)</translation>
    </message>
    <message>
        <source>The server knows no page at this address of the site; visitors and search engines meet an error.</source>
        <translation>По этому адресу сайта сервер ничего не находит; посетители и поисковые системы видят ошибку.</translation>
    </message>
    <message>
        <source>Mend or remove the links that lead here, or redirect to the page that took its place.</source>
        <translation>Исправьте или уберите ссылки на него либо настройте перенаправление на страницу, которая его заменила.</translation>
    </message>
    <message>
        <source>Removed addresses (410)</source>
        <translation>Удалённые адреса (410)</translation>
    </message>
    <message>
        <source>The server says that the page is gone for good, yet the site still names it.</source>
        <translation>Сервер сообщает, что страницы больше нет, но сайт всё ещё её называет.</translation>
    </message>
    <message>
        <source>Remove the links that lead here.</source>
        <translation>Уберите ссылки на неё.</translation>
    </message>
    <message>
        <source>Errors of the server (5xx)</source>
        <translation>Ошибки сервера (5xx)</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Нет ответа</translation>
    </message>
    <message>
        <source>The address of the site gave no answer at all: the column Problem says why.</source>
        <translation>Адрес сайта вообще не ответил: причина в столбце «Проблема».</translation>
    </message>
    <message>
        <source>Refused or slowed down</source>
        <translation>Отказано или слишком часто</translation>
    </message>
    <message>
        <source>The server would not answer a program or asked for fewer requests; in a browser it may well work.</source>
        <translation>Сервер не стал отвечать программе или попросил спрашивать реже; в браузере адрес может работать.</translation>
    </message>
    <message>
        <source>Ask again, more slowly, or with a login if one is needed.</source>
        <translation>Спросите снова помедленнее или с логином, если он нужен.</translation>
    </message>
    <message>
        <source>Broken links within the site</source>
        <translation>Неработающие ссылки внутри сайта</translation>
    </message>
    <message>
        <source>Each place that names an address which fails, or redirects to one: the list to repair from.</source>
        <translation>Каждое место, где назван адрес с ошибкой или перенаправлением на неё: список для исправления.</translation>
    </message>
    <message>
        <source>Change or remove the link at the line that is told.</source>
        <translation>Исправьте или уберите ссылку в указанной строке.</translation>
    </message>
    <message>
        <source>Broken pictures and scripts</source>
        <translation>Недоступные картинки и скрипты</translation>
    </message>
    <message>
        <source>A part of the page cannot be loaded, so the page may look or work wrong.</source>
        <translation>Часть страницы не загружается, поэтому страница может выглядеть или работать неправильно.</translation>
    </message>
    <message>
        <source>Put the file back or change its address at the line that is told.</source>
        <translation>Верните файл или исправьте его адрес в указанной строке.</translation>
    </message>
    <message>
        <source>Broken style sheets and icons</source>
        <translation>Недоступные стили и значки</translation>
    </message>
    <message>
        <source>A style sheet, an icon or what is to be loaded early cannot be loaded.</source>
        <translation>Таблица стилей, значок или то, что загружают заранее, не загружается.</translation>
    </message>
    <message>
        <source>Missing addresses of other sites (4xx)</source>
        <translation>Ненайденные адреса других сайтов (4xx)</translation>
    </message>
    <message>
        <source>A link of the site leads to a page that another site does not have any more.</source>
        <translation>Ссылка сайта ведёт на страницу, которой на другом сайте больше нет.</translation>
    </message>
    <message>
        <source>Remove the link or point it to where the content is now.</source>
        <translation>Уберите ссылку или направьте её туда, где материал теперь.</translation>
    </message>
    <message>
        <source>Removed addresses of other sites (410)</source>
        <translation>Удалённые адреса других сайтов (410)</translation>
    </message>
    <message>
        <source>Another site says that the page is gone for good.</source>
        <translation>Другой сайт сообщает, что страницы больше нет.</translation>
    </message>
    <message>
        <source>Remove the link.</source>
        <translation>Уберите ссылку.</translation>
    </message>
    <message>
        <source>Errors of other servers (5xx)</source>
        <translation>Ошибки других серверов (5xx)</translation>
    </message>
    <message>
        <source>No answer from other sites</source>
        <translation>Нет ответа от других сайтов</translation>
    </message>
    <message>
        <source>The address of another site gave no answer at all.</source>
        <translation>Адрес другого сайта вообще не ответил.</translation>
    </message>
    <message>
        <source>Broken links to other sites</source>
        <translation>Неработающие ссылки наружу</translation>
    </message>
    <message>
        <source>Each place that names an address of another site which fails.</source>
        <translation>Каждое место, где назван неработающий адрес другого сайта.</translation>
    </message>
    <message>
        <source>Other sites that refused</source>
        <translation>Другие сайты отказали</translation>
    </message>
    <message>
        <source>Many sites refuse programs; this is no proof that the link is broken.</source>
        <translation>Многие сайты отказывают программам; это не значит, что ссылка не работает.</translation>
    </message>
    <message>
        <source>Look at a few of them in a browser.</source>
        <translation>Откройте некоторые из них в браузере.</translation>
    </message>
    <message>
        <source>Links to redirects</source>
        <translation>Ссылки на перенаправления</translation>
    </message>
    <message>
        <source>A link of the site leads to an address that sends on, which costs time at each click.</source>
        <translation>Ссылка сайта ведёт на адрес, который отправляет дальше, и каждый переход стоит времени.</translation>
    </message>
    <message>
        <source>Link to the address at the end.</source>
        <translation>Ссылайтесь сразу на конечный адрес.</translation>
    </message>
    <message>
        <source>Chains of redirects</source>
        <translation>Цепочки перенаправлений</translation>
    </message>
    <message>
        <source>Several redirects follow one another; browsers and search engines give up on long ones.</source>
        <translation>Несколько перенаправлений идут одно за другим; на длинных браузеры и поисковые системы сдаются.</translation>
    </message>
    <message>
        <source>Let the first address lead to the last one directly.</source>
        <translation>Направьте первый адрес сразу на последний.</translation>
    </message>
    <message>
        <source>Redirects in a circle</source>
        <translation>Перенаправления по кругу</translation>
    </message>
    <message>
        <source>The redirects never end, so nobody ever sees a page.</source>
        <translation>Перенаправления не кончаются, и страницы никто не видит.</translation>
    </message>
    <message>
        <source>Break the circle: one of the addresses has to answer with a page.</source>
        <translation>Разорвите круг: один из адресов должен ответить страницей.</translation>
    </message>
    <message>
        <source>Redirects to broken addresses</source>
        <translation>Перенаправления на неработающие адреса</translation>
    </message>
    <message>
        <source>The redirect ends at an error.</source>
        <translation>Перенаправление заканчивается ошибкой.</translation>
    </message>
    <message>
        <source>Send to a page that exists.</source>
        <translation>Направьте на существующую страницу.</translation>
    </message>
    <message>
        <source>Redirects to pages that are not indexable</source>
        <translation>Перенаправления на неиндексируемые страницы</translation>
    </message>
    <message>
        <source>The redirect ends at a page that search engines may not list.</source>
        <translation>Перенаправление ведёт на страницу, которую нельзя показывать в поиске.</translation>
    </message>
    <message>
        <source>Send to the page that should be listed.</source>
        <translation>Направьте на страницу, которая должна быть в поиске.</translation>
    </message>
    <message>
        <source>Temporary redirects that are linked often</source>
        <translation>Временные перенаправления с множеством ссылок</translation>
    </message>
    <message>
        <source>A temporary redirect that many links use is usually a lasting one; search engines keep the old address.</source>
        <translation>Временное перенаправление, на которое ведёт много ссылок, обычно постоянное; поисковые системы держат старый адрес.</translation>
    </message>
    <message>
        <source>Use 301 or 308 if it is to last, and link to the end.</source>
        <translation>Используйте 301 или 308, если оно постоянное, и ссылайтесь на конечный адрес.</translation>
    </message>
    <message>
        <source>Sends on by the page itself</source>
        <translation>Отправляет дальше сама страница</translation>
    </message>
    <message>
        <source>A refresh element or header sends readers elsewhere; search engines may not follow it.</source>
        <translation>Элемент или заголовок refresh уводит читателя; поисковые системы могут за ним не пойти.</translation>
    </message>
    <message>
        <source>Use a redirect of the server.</source>
        <translation>Используйте перенаправление сервера.</translation>
    </message>
    <message>
        <source>Reloads by itself</source>
        <translation>Обновляется сама</translation>
    </message>
    <message>
        <source>The page loads anew by itself, which disturbs readers.</source>
        <translation>Страница сама загружается заново и мешает читать.</translation>
    </message>
    <message>
        <source>Let readers decide, or load only what has changed.</source>
        <translation>Оставьте это читателю или подгружайте только изменения.</translation>
    </message>
    <message>
        <source>In the sitemap, but broken</source>
        <translation>В карте сайта, но не работает</translation>
    </message>
    <message>
        <source>The sitemap sends search engines to an address that fails.</source>
        <translation>Карта сайта посылает поисковые системы на адрес с ошибкой.</translation>
    </message>
    <message>
        <source>Take it out of the sitemap or mend the page.</source>
        <translation>Уберите адрес из карты сайта или почините страницу.</translation>
    </message>
    <message>
        <source>In the sitemap, but redirected</source>
        <translation>В карте сайта, но перенаправляет</translation>
    </message>
    <message>
        <source>The sitemap names an address that sends on.</source>
        <translation>Карта сайта называет адрес, который отправляет дальше.</translation>
    </message>
    <message>
        <source>In the sitemap, but not indexable</source>
        <translation>В карте сайта, но не индексируется</translation>
    </message>
    <message>
        <source>The sitemap asks to list what the page or robots.txt forbids to list.</source>
        <translation>Карта сайта просит показывать то, что страница или robots.txt показывать запрещает.</translation>
    </message>
    <message>
        <source>Decide which of the two is right and change the other.</source>
        <translation>Решите, что верно, и исправьте другое.</translation>
    </message>
    <message>
        <source>Not in the sitemap</source>
        <translation>Нет в карте сайта</translation>
    </message>
    <message>
        <source>The site has a sitemap, but it does not name the page.</source>
        <translation>Карта сайта есть, но страницы в ней нет.</translation>
    </message>
    <message>
        <source>Add the page, best by letting the sitemap be made from the pages.</source>
        <translation>Добавьте страницу; лучше, если карта строится по страницам сама.</translation>
    </message>
    <message>
        <source>In the sitemap, but linked from nowhere</source>
        <translation>В карте сайта, но без ссылок</translation>
    </message>
    <message>
        <source>Visitors cannot get there, and search engines think little of it.</source>
        <translation>Посетители туда не попадут, а поисковые системы такую страницу ценят мало.</translation>
    </message>
    <message>
        <source>Link to it from a page where people would look for it.</source>
        <translation>Поставьте ссылку там, где её будут искать.</translation>
    </message>
    <message>
        <source>No first heading</source>
        <translation>Нет заголовка h1</translation>
    </message>
    <message>
        <source>Neither readers nor search engines are told what the page is about.</source>
        <translation>Ни читатели, ни поисковые системы не видят, о чём страница.</translation>
    </message>
    <message>
        <source>Give the page one heading h1.</source>
        <translation>Дайте странице один заголовок h1.</translation>
    </message>
    <message>
        <source>More than one h1</source>
        <translation>Больше одного h1</translation>
    </message>
    <message>
        <source>It is not clear which heading is that of the page.</source>
        <translation>Непонятно, какой заголовок главный.</translation>
    </message>
    <message>
        <source>Keep one h1 and make the others h2.</source>
        <translation>Оставьте один h1, остальные сделайте h2.</translation>
    </message>
    <message>
        <source>First heading used more than once</source>
        <translation>Заголовок h1 повторяется</translation>
    </message>
    <message>
        <source>Several pages of the host have the same first heading.</source>
        <translation>У нескольких страниц хоста один заголовок h1.</translation>
    </message>
    <message>
        <source>Say in each heading what is on this page only.</source>
        <translation>Скажите в каждом, что есть только на этой странице.</translation>
    </message>
    <message>
        <source>First heading is long</source>
        <translation>Длинный заголовок h1</translation>
    </message>
    <message>
        <source>A heading of more than so many letters is hard to take in.</source>
        <translation>Заголовок длиннее указанного числа букв трудно воспринять.</translation>
    </message>
    <message>
        <source>Shorten it; the rest can be the first sentence.</source>
        <translation>Сократите; остальное может стать первым предложением.</translation>
    </message>
    <message>
        <source>Long text without headings</source>
        <translation>Длинный текст без подзаголовков</translation>
    </message>
    <message>
        <source>A text of more than so many words without h2 is hard to look through.</source>
        <translation>Текст длиннее указанного числа слов без h2 трудно просмотреть.</translation>
    </message>
    <message>
        <source>Part it by headings.</source>
        <translation>Разделите его подзаголовками.</translation>
    </message>
    <message>
        <source>Level of headings left out</source>
        <translation>Пропущен уровень заголовков</translation>
    </message>
    <message>
        <source>Who listens to the page or jumps from heading to heading is misled.</source>
        <translation>Кто слушает страницу или переходит по заголовкам, собьётся.</translation>
    </message>
    <message>
        <source>Begin with h1, and go one level deeper at a time.</source>
        <translation>Начинайте с h1 и спускайтесь по одному уровню.</translation>
    </message>
    <message>
        <source>Places that do not exist</source>
        <translation>Несуществующие места</translation>
    </message>
    <message>
        <source>The link names a place within a page (after #) that the page does not have.</source>
        <translation>Ссылка называет место на странице (после #), которого там нет.</translation>
    </message>
    <message>
        <source>Name a place that exists, or give the element its id.</source>
        <translation>Укажите существующее место или дайте элементу id.</translation>
    </message>
    <message>
        <source>Links to local computers</source>
        <translation>Ссылки на локальные компьютеры</translation>
    </message>
    <message>
        <source>The address means something only on the computer or network where it was written.</source>
        <translation>Адрес имеет смысл только на том компьютере или в той сети, где его написали.</translation>
    </message>
    <message>
        <source>Use the public address.</source>
        <translation>Используйте общедоступный адрес.</translation>
    </message>
    <message>
        <source>Dead ends</source>
        <translation>Тупики</translation>
    </message>
    <message>
        <source>The page links to no page of the site, so readers can only go back.</source>
        <translation>На странице нет ни одной ссылки на сайт, читатель может только вернуться.</translation>
    </message>
    <message>
        <source>Add navigation or links to pages that go on from here.</source>
        <translation>Добавьте навигацию или ссылки на следующие страницы.</translation>
    </message>
    <message>
        <source>One link leads here</source>
        <translation>Сюда ведёт одна ссылка</translation>
    </message>
    <message>
        <source>If that link goes, the page is lost.</source>
        <translation>Если она исчезнет, страница потеряется.</translation>
    </message>
    <message>
        <source>Link to it from other pages on the subject.</source>
        <translation>Поставьте ссылки с других страниц по теме.</translation>
    </message>
    <message>
        <source>Many clicks away</source>
        <translation>Далеко от начала</translation>
    </message>
    <message>
        <source>So many clicks from the start, few readers come here, and crawlers come late.</source>
        <translation>За столько переходов от начала сюда мало кто доходит, и роботы приходят поздно.</translation>
    </message>
    <message>
        <source>Link to it from a page nearer to the start.</source>
        <translation>Поставьте ссылку ближе к началу.</translation>
    </message>
    <message>
        <source>Very many links within the site</source>
        <translation>Очень много ссылок внутри сайта</translation>
    </message>
    <message>
        <source>Among so many links nobody finds the right one.</source>
        <translation>Среди стольких ссылок нужную не найти.</translation>
    </message>
    <message>
        <source>Part the page or its menu.</source>
        <translation>Разделите страницу или меню.</translation>
    </message>
    <message>
        <source>Very many links to other sites</source>
        <translation>Очень много ссылок на другие сайты</translation>
    </message>
    <message>
        <source>A page with so many links away looks like a list of advertisements.</source>
        <translation>Страница с таким числом внешних ссылок похожа на рекламу.</translation>
    </message>
    <message>
        <source>Keep those that help the reader.</source>
        <translation>Оставьте те, что помогают читателю.</translation>
    </message>
    <message>
        <source>Links without words</source>
        <translation>Ссылки без слов</translation>
    </message>
    <message>
        <source>Neither a text nor a picture with words says where the link leads.</source>
        <translation>Ни текст, ни картинка с описанием не говорят, куда ведёт ссылка.</translation>
    </message>
    <message>
        <source>Write a text, an alt for the picture or an aria-label.</source>
        <translation>Напишите текст, alt у картинки или aria-label.</translation>
    </message>
    <message>
        <source>Link texts that say nothing</source>
        <translation>Тексты ссылок ни о чём</translation>
    </message>
    <message>
        <source>Read by itself the text does not tell where the link leads.</source>
        <translation>Сам по себе текст не говорит, куда ведёт ссылка.</translation>
    </message>
    <message>
        <source>Use words that name the page it leads to.</source>
        <translation>Назовите страницу, на которую она ведёт.</translation>
    </message>
    <message>
        <source>Links that need a script</source>
        <translation>Ссылки, которым нужен скрипт</translation>
    </message>
    <message>
        <source>Crawlers and readers without scripts cannot follow them.</source>
        <translation>Роботы и читатели без скриптов по ним не перейдут.</translation>
    </message>
    <message>
        <source>Give the link an address.</source>
        <translation>Дайте ссылке адрес.</translation>
    </message>
    <message>
        <source>Links within the site marked nofollow</source>
        <translation>Внутренние ссылки с nofollow</translation>
    </message>
    <message>
        <source>Search engines are asked not to trust a page of the same site.</source>
        <translation>Поисковые системы просят не доверять странице того же сайта.</translation>
    </message>
    <message>
        <source>Take the mark away.</source>
        <translation>Уберите пометку.</translation>
    </message>
    <message>
        <source>Links from https to http</source>
        <translation>Ссылки с https на http</translation>
    </message>
    <message>
        <source>The link leads from a safe page to an unsafe address of the same site.</source>
        <translation>Ссылка ведёт с защищённой страницы на незащищённый адрес того же сайта.</translation>
    </message>
    <message>
        <source>Write https in the link.</source>
        <translation>Укажите в ссылке https.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>Nearly the same text</source>
        <translation>Почти одинаковый текст</translation>
    </message>
    <message>
        <source>Other pages of the host have almost the same text from 50 words on: their similarity marks differ in at most so many of 64 bits (3 is the most that is looked for).</source>
        <translation>У других страниц хоста почти такой же текст (от 50 слов): метки сходства отличаются не более чем на столько бит из 64 (больше 3 не ищется).</translation>
    </message>
    <message>
        <source>Say on each page what only it is about, or join the pages, or name one of them as canonical in the others.</source>
        <translation>Скажите на каждой странице то, что есть только на ней, объедините страницы или назовите одну канонической для остальных.</translation>
    </message>
    <message>
        <source>Answers by http and by https</source>
        <translation>Отвечает и по http, и по https</translation>
    </message>
    <message>
        <source>The page is there twice, with http and with https, and neither sends on or names the other: links and readers are parted among them.</source>
        <translation>Страница есть дважды, по http и по https, и ни одна не переадресует и не называет другую: ссылки и читатели делятся между ними.</translation>
    </message>
    <message>
        <source>Redirect http to https.</source>
        <translation>Переадресуйте http на https.</translation>
    </message>
    <message>
        <source>Answers with and without a slash at the end</source>
        <translation>Отвечает с косой чертой в конце и без неё</translation>
    </message>
    <message>
        <source>The page is there twice, and neither address sends on or names the other.</source>
        <translation>Страница есть дважды, и ни один адрес не переадресует и не называет другой.</translation>
    </message>
    <message>
        <source>Decide for one of them, redirect the other, and link to the first only.</source>
        <translation>Выберите один из них, переадресуйте другой и ссылайтесь только на первый.</translation>
    </message>
    <message>
        <source>Answers with and without www</source>
        <translation>Отвечает с www и без www</translation>
    </message>
    <message>
        <source>Redirect all addresses of one of the two to the other.</source>
        <translation>Переадресуйте все адреса одного на другой.</translation>
    </message>
    <message>
        <source>Parts of pages blocked by robots.txt</source>
        <translation>Части страниц закрыты в robots.txt</translation>
    </message>
    <message>
        <source>robots.txt forbids crawlers a picture, script or style sheet of the page, so search engines do not see the page as readers do.</source>
        <translation>robots.txt запрещает роботам картинку, скрипт или таблицу стилей страницы, и поисковики видят её не так, как читатели.</translation>
    </message>
    <message>
        <source>Allow what pages need in robots.txt.</source>
        <translation>Разрешите в robots.txt то, что нужно страницам.</translation>
    </message>
    <message>
        <source>Sitemap is too large</source>
        <translation>Слишком большая карта сайта</translation>
    </message>
    <message>
        <source>A sitemap may name 50,000 addresses and have 50 MB; search engines pass over the rest or the whole.</source>
        <translation>В карте сайта может быть не больше 50 000 адресов и 50 МБ; остальное или весь файл поисковики пропускают.</translation>
    </message>
    <message>
        <source>Part it, and name the parts in a sitemap index.</source>
        <translation>Разделите её и назовите части в индексе карт сайта.</translation>
    </message>
    <message>
        <source>Next or previous page does not answer</source>
        <translation>Следующая или предыдущая страница не отвечает</translation>
    </message>
    <message>
        <source>The page names another as the next or previous one of a row, and that one fails or sends on, so the row ends there.</source>
        <translation>Страница называет другую следующей или предыдущей в ряду, а та не отвечает или перенаправляет, и ряд обрывается.</translation>
    </message>
    <message>
        <source>Name the page that answers, or end the row.</source>
        <translation>Назовите страницу, которая отвечает, или закончите ряд.</translation>
    </message>
    <message>
        <source>Other content than the server says</source>
        <translation>Содержимое не того типа, о котором сообщает сервер</translation>
    </message>
    <message>
        <source>The first bytes are of another kind than the header Content-Type says, or it is missing; browsers may show or save the file wrongly.</source>
        <translation>Первые байты другого рода, чем сказано в заголовке Content-Type, или заголовка нет; браузер может показать или сохранить файл неправильно.</translation>
    </message>
    <message>
        <source>Send the right Content-Type.</source>
        <translation>Передавайте правильный Content-Type.</translation>
    </message>
    <message>
        <source>Page at the address of a file</source>
        <translation>Страница по адресу файла</translation>
    </message>
    <message>
        <source>The address ends like that of a file, but a page came: often an error page with status 200.</source>
        <translation>Адрес оканчивается как у файла, а пришла страница: часто это страница ошибки с кодом 200.</translation>
    </message>
    <message>
        <source>Answer with the file, or with status 404 when it is gone.</source>
        <translation>Отдавайте файл, а если его больше нет, — код 404.</translation>
    </message>
    <message>
        <source>Elements deep within one another</source>
        <translation>Элементы глубоко вложены</translation>
    </message>
    <message>
        <source>Pages with more elements within one another than this are slow to lay out.</source>
        <translation>Страницы, где друг в друга вложено больше элементов, медленно верстаются.</translation>
    </message>
    <message>
        <source>Leave out elements that only wrap others.</source>
        <translation>Уберите элементы, которые только оборачивают другие.</translation>
    </message>
    <message>
        <source>Ids used more than once</source>
        <translation>Один id у нескольких элементов</translation>
    </message>
    <message>
        <source>Links to a place, labels of forms and scripts find the first element only.</source>
        <translation>Ссылки на место, подписи полей и скрипты находят только первый элемент.</translation>
    </message>
    <message>
        <source>Give each element an id of its own.</source>
        <translation>Дайте каждому элементу свой id.</translation>
    </message>
    <message>
        <source>Pictures with empty alt</source>
        <translation>Картинки с пустым alt</translation>
    </message>
    <message>
        <source>Such pictures are passed over when the page is read out: right for what only decorates.</source>
        <translation>При чтении вслух такие картинки пропускаются: для украшений это правильно.</translation>
    </message>
    <message>
        <source>Nothing for decoration; write alt for pictures that say something.</source>
        <translation>Для украшений — ничего; для картинок со смыслом напишите alt.</translation>
    </message>
    <message>
        <source>Pictures with long alt</source>
        <translation>Картинки с длинным alt</translation>
    </message>
    <message>
        <source>An alternative text of more than 100 letters is tiring to listen to.</source>
        <translation>Замещающий текст длиннее 100 знаков утомительно слушать.</translation>
    </message>
    <message>
        <source>Say in alt what the picture shows, and the rest in the text.</source>
        <translation>Скажите в alt, что на картинке, а остальное — в тексте.</translation>
    </message>
    <message>
        <source>Large pictures</source>
        <translation>Тяжёлые картинки</translation>
    </message>
    <message>
        <source>The picture has more bytes than this and takes long to load on phones.</source>
        <translation>Картинка весит больше и долго загружается на телефонах.</translation>
    </message>
    <message>
        <source>Shrink it to the size at which it is shown, or use WebP or AVIF.</source>
        <translation>Уменьшите её до размера, в котором она показана, или возьмите WebP или AVIF.</translation>
    </message>
    <message>
        <source>No card for X (Twitter)</source>
        <translation>Нет карточки для X (Twitter)</translation>
    </message>
    <message>
        <source>Who shares the page there shows what Open Graph says, or a bare address.</source>
        <translation>Когда страницей делятся там, видно то, что сказано в Open Graph, или голый адрес.</translation>
    </message>
    <message>
        <source>Write twitter:card, when Open Graph is not enough.</source>
        <translation>Добавьте twitter:card, если Open Graph недостаточно.</translation>
    </message>
    <message>
        <source>Page names no icon</source>
        <translation>Страница не называет значка</translation>
    </message>
    <message>
        <source>Browsers then ask for /favicon.ico; whether that is there the page does not say.</source>
        <translation>Тогда браузеры запрашивают /favicon.ico; есть ли он, по странице не видно.</translation>
    </message>
    <message>
        <source>Name the icon: link rel=icon.</source>
        <translation>Назовите значок: link rel=icon.</translation>
    </message>
    <message>
        <source>Job ads without what they must say</source>
        <translation>Вакансии без обязательных сведений</translation>
    </message>
    <message>
        <source>An ad of a job in the structured data lacks a property that it must have (title, description, datePosted, hiringOrganization, jobLocation), or has a date that is none; search engines do not show it among jobs.</source>
        <translation>Вакансии в структурированных данных не хватает обязательного свойства (title, description, datePosted, hiringOrganization, jobLocation), или дата в ней — не дата; поисковики не показывают её среди вакансий.</translation>
    </message>
    <message>
        <source>Add what the column names.</source>
        <translation>Добавьте то, что названо в столбце.</translation>
    </message>
    <message>
        <source>Job ads without what they should say</source>
        <translation>Вакансии без желательных сведений</translation>
    </message>
    <message>
        <source>An ad of a job in the structured data does not say pay, end, kind of employment or number; others that do are chosen more often.</source>
        <translation>Вакансия в структурированных данных не называет зарплату, срок, вид занятости или номер; те, что называют, выбирают чаще.</translation>
    </message>
    <message>
        <source>Add what the column names, as far as it is known.</source>
        <translation>Добавьте то, что названо в столбце, насколько это известно.</translation>
    </message>
    <message>
        <source>Canonical address that nothing links to</source>
        <translation>Канонический адрес без ссылок</translation>
    </message>
    <message>
        <source>The page says that another address is the right one, but no link of the site leads there, only to this one.</source>
        <translation>Страница называет правильным другой адрес, но ссылки сайта ведут не на него, а только на этот.</translation>
    </message>
    <message>
        <source>Link to the canonical address, or name the address that is linked.</source>
        <translation>Ставьте ссылки на канонический адрес или назовите каноническим тот, на который ссылаются.</translation>
    </message>
    <message>
        <source>Code of a language that is none</source>
        <translation>Код языка, которого нет</translation>
    </message>
    <message>
        <source>Search engines pass the version over, because the code is none of language[-script][-region], such as en, en-GB or zh-Hant, or x-default.</source>
        <translation>Поисковики пропускают такую версию: код записан не как язык[-письменность][-регион] (en, en-GB, zh-Hant) и не x-default.</translation>
    </message>
    <message>
        <source>Use the codes of ISO 639-1 and ISO 3166-1: Britain is GB, Ukrainian is uk, Japanese is ja.</source>
        <translation>Берите коды ISO 639-1 и ISO 3166-1: Великобритания — GB, украинский — uk, японский — ja.</translation>
    </message>
    <message>
        <source>Version does not name the page back</source>
        <translation>Версия не называет страницу в ответ</translation>
    </message>
    <message>
        <source>Search engines believe only versions that name each other; the two are taken for pages that have nothing to do with one another.</source>
        <translation>Поисковики верят только версиям, которые называют друг друга; эти две считаются не связанными.</translation>
    </message>
    <message>
        <source>Give all versions the same list.</source>
        <translation>Дайте всем версиям один и тот же список.</translation>
    </message>
    <message>
        <source>Version is broken</source>
        <translation>Версия не открывается</translation>
    </message>
    <message>
        <source>The address of a version answers with an error or not at all.</source>
        <translation>Адрес версии отвечает ошибкой или не отвечает.</translation>
    </message>
    <message>
        <source>Name the address that works, or take the version out of the list.</source>
        <translation>Назовите работающий адрес или уберите версию из списка.</translation>
    </message>
    <message>
        <source>Version redirects</source>
        <translation>Версия перенаправляет</translation>
    </message>
    <message>
        <source>The address of a version sends on to another one, so the two do not name each other.</source>
        <translation>Адрес версии перенаправляет на другой, и страницы не называют друг друга.</translation>
    </message>
    <message>
        <source>Version is not indexable</source>
        <translation>Версия не индексируется</translation>
    </message>
    <message>
        <source>Search engines may not list the version that readers of that language should get.</source>
        <translation>Версию, которую должны получать читатели этого языка, поисковикам показывать нельзя.</translation>
    </message>
    <message>
        <source>Name the page that may be listed: the one that is canonical.</source>
        <translation>Назовите страницу, которую можно показывать, — каноническую.</translation>
    </message>
    <message>
        <source>Several versions of one language</source>
        <translation>Несколько версий на одном языке</translation>
    </message>
    <message>
        <source>The list names more than one address for the same language, so search engines choose one or none.</source>
        <translation>В списке больше одного адреса для одного языка, и поисковики выберут один или ни одного.</translation>
    </message>
    <message>
        <source>Keep one, or tell them apart by region.</source>
        <translation>Оставьте один или различите их регионом.</translation>
    </message>
    <message>
        <source>Version without a whole address</source>
        <translation>Версия без полного адреса</translation>
    </message>
    <message>
        <source>Search engines want the whole address with http:// or https:// and host; a short or other one may be passed over.</source>
        <translation>Поисковикам нужен полный адрес с http:// или https:// и именем сервера; сокращённый или иной они могут пропустить.</translation>
    </message>
    <message>
        <source>Write the address in full.</source>
        <translation>Запишите адрес полностью.</translation>
    </message>
    <message>
        <source>Versions named outside the head</source>
        <translation>Версии названы вне заголовка</translation>
    </message>
    <message>
        <source>Search engines believe versions in the head of the page only.</source>
        <translation>Поисковики верят версиям только в заголовке страницы (head).</translation>
    </message>
    <message>
        <source>Move them into the head, and look for what ends the head too early.</source>
        <translation>Перенесите их в заголовок и найдите, что закрывает его раньше времени.</translation>
    </message>
    <message>
        <source>Versions without the page itself</source>
        <translation>Среди версий нет самой страницы</translation>
    </message>
    <message>
        <source>The list of versions does not name the page that has it, so its own language is not said.</source>
        <translation>Список версий не называет страницу, на которой стоит, и её собственный язык не указан.</translation>
    </message>
    <message>
        <source>Add the page to its own list.</source>
        <translation>Добавьте страницу в её собственный список.</translation>
    </message>
    <message>
        <source>Page is of another language than its list says</source>
        <translation>Язык страницы не тот, что в списке версий</translation>
    </message>
    <message>
        <source>The html element says one language, the list of versions names the page as another.</source>
        <translation>В элементе html указан один язык, а в списке версий страница названа другим.</translation>
    </message>
    <message>
        <source>Say the language of the text in both.</source>
        <translation>Укажите в обоих местах язык текста.</translation>
    </message>
    <message>
        <source>No version for all other languages</source>
        <translation>Нет версии для остальных языков</translation>
    </message>
    <message>
        <source>Nothing says which version readers of a language that is not in the list should get.</source>
        <translation>Не указано, какую версию получают читатели языка, которого нет в списке.</translation>
    </message>
    <message>
        <source>Name one with hreflang=&quot;x-default&quot;.</source>
        <translation>Назовите её с hreflang=&quot;x-default&quot;.</translation>
    </message>
    <message>
        <source>Parked, or never set up</source>
        <translation>Припаркована или не настроена</translation>
    </message>
    <message>
        <source>The title is that of a domain for sale, of an empty server or of a bare list of files.</source>
        <translation>Заголовок как у домена на продажу, пустого сервера или голого списка файлов.</translation>
    </message>
    <message>
        <source>Put the site there, or let nothing link to it.</source>
        <translation>Разместите там сайт или уберите ссылки на него.</translation>
    </message>
    <message>
        <source>Closed to some crawlers</source>
        <translation>Закрыто для некоторых роботов</translation>
    </message>
    <message>
        <source>robots.txt keeps crawlers of search engines or language models from the page: it is not found or quoted there.</source>
        <translation>robots.txt закрывает страницу для роботов поисковых систем или языковых моделей: там её не найдут и не процитируют.</translation>
    </message>
    <message>
        <source>Check that this is meant for each of them; otherwise allow the page in robots.txt.</source>
        <translation>Проверьте, что так задумано для каждого из них; иначе разрешите страницу в robots.txt.</translation>
    </message>
    <message>
        <source>The server failed to answer, and again ten minutes later or more.</source>
        <translation>Сервер не смог ответить, и через десять минут или позже тоже.</translation>
    </message>
    <message>
        <source>Look into the log of the server.</source>
        <translation>Посмотрите журнал сервера.</translation>
    </message>
    <message>
        <source>Check the name, the server and its certificate.</source>
        <translation>Проверьте имя, сервер и его сертификат.</translation>
    </message>
    <message>
        <source>Failed once so far</source>
        <translation>Пока один сбой</translation>
    </message>
    <message>
        <source>The server had trouble, or gave no answer; that may pass, and is no broken address until it has lasted.</source>
        <translation>У сервера был сбой, или ответа не было; это может пройти, и пока сбой не повторился, адрес не считается битым.</translation>
    </message>
    <message>
        <source>Ask again in ten minutes: “Ask again” on the page Problems. What fails then counts as broken.</source>
        <translation>Спросите ещё раз через десять минут: «Спросить ещё раз» на странице «Проблемы». Что не ответит и тогда, считается битым.</translation>
    </message>
    <message>
        <source>The server of another site failed to answer, and again ten minutes later or more.</source>
        <translation>Сервер другого сайта не смог ответить, и через десять минут или позже тоже.</translation>
    </message>
    <message>
        <source>Other sites that failed once so far</source>
        <translation>Другие сайты, у которых пока один сбой</translation>
    </message>
    <message>
        <source>The server of another site had trouble, or gave no answer; that may pass.</source>
        <translation>У сервера другого сайта был сбой, или ответа не было; это может пройти.</translation>
    </message>
    <message>
        <source>Another form of the start address answers by itself</source>
        <translation>Другой вид начального адреса отвечает сам</translation>
    </message>
    <message>
        <source>The site is there more than once, by http and https or with and without www: search engines see copies.</source>
        <translation>Сайт существует в нескольких видах, по http и https или с www и без: поисковые системы видят копии.</translation>
    </message>
    <message>
        <source>Choose one form, and send the others to it by a permanent redirect (301).</source>
        <translation>Выберите один вид и направьте остальные на него постоянным перенаправлением (301).</translation>
    </message>
    <message>
        <source>Another form of the start address leads nowhere</source>
        <translation>Другой вид начального адреса никуда не ведёт</translation>
    </message>
    <message>
        <source>Who types the address with or without www, or with https, does not arrive.</source>
        <translation>Кто наберёт адрес с www или без, или с https, не попадёт на сайт.</translation>
    </message>
    <message>
        <source>Have that name answer with a permanent redirect (301), unless nobody uses it.</source>
        <translation>Пусть это имя отвечает постоянным перенаправлением (301), если им кто-нибудь пользуется.</translation>
    </message>
</context>
<context>
    <name>linnet::audit::BaseSet</name>
    <message>
        <source>addresses of the site</source>
        <translation>адреса сайта</translation>
    </message>
    <message>
        <source>addresses of the site that were asked</source>
        <translation>опрошенные адреса сайта</translation>
    </message>
    <message>
        <source>addresses of other sites that were asked</source>
        <translation>опрошенные адреса других сайтов</translation>
    </message>
    <message>
        <source>pages of the site</source>
        <translation>страницы сайта</translation>
    </message>
    <message>
        <source>pages that search engines may list</source>
        <translation>страницы, доступные для поиска</translation>
    </message>
    <message>
        <source>links</source>
        <translation>ссылки</translation>
    </message>
    <message>
        <source>versions in other languages</source>
        <translation>версии на других языках</translation>
    </message>
</context>
<context>
    <name>linnet::audit::Finding</name>
    <message>
        <source>%1 of %2, %3 (%4)</source>
        <comment>12 of 40, 30 % (pages of the site)</comment>
        <translation>%1 из %2, %3 (%4)</translation>
    </message>
</context>
<context>
    <name>linnet::audit::Segments</name>
    <message>
        <source>(other)</source>
        <translation>(прочее)</translation>
    </message>
    <message>
        <source>(other sites)</source>
        <translation>(другие сайты)</translation>
    </message>
</context>
<context>
    <name>linnet::cli</name>
    <message>
        <source>Usage: linnet-cli COMMAND [options]; --help with each</source>
        <translation>Использование: linnet-cli КОМАНДА [параметры]; справка по каждой: --help</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more row(s); -o FILE writes them all</source>
        <translation>
            <numerusform>… и ещё %n строка; -o FILE запишет все</numerusform>
            <numerusform>… и ещё %n строки; -o FILE запишет все</numerusform>
            <numerusform>… и ещё %n строк; -o FILE запишет все</numerusform>
        </translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Показать эту справку.</translation>
    </message>
    <message>
        <source>The project was brought up to date; as it was, it is kept as %1.</source>
        <translation>Проект обновлён до новой версии; прежний сохранён как %1.</translation>
    </message>
    <message>
        <source>The project was made by an earlier version and is open in another program; a copy that is brought up to date is read.</source>
        <translation>Проект создан прежней версией и открыт в другой программе; читается его копия, обновлённая до новой версии.</translation>
    </message>
    <message>
        <source>The project was made by an earlier version and cannot be changed where it is; a copy that is brought up to date is read.</source>
        <translation>Проект создан прежней версией, и изменить его там, где он лежит, нельзя; читается его копия, обновлённая до новой версии.</translation>
    </message>
    <message>
        <source>EXIT STATUS</source>
        <translation>КОДЫ ЗАВЕРШЕНИЯ</translation>
    </message>
    <message>
        <source>All done.</source>
        <translation>Всё сделано.</translation>
    </message>
    <message>
        <source>Done, but some requests failed or some lines of the input could not be taken.</source>
        <translation>Сделано, но некоторые запросы не удались или некоторые строки входных данных не удалось взять.</translation>
    </message>
    <message>
        <source>Bad usage, or no usable input; nothing was asked.</source>
        <translation>Неверный вызов или нет пригодных входных данных; ничего не запрашивалось.</translation>
    </message>
    <message>
        <source>Nothing could be got, or no proxy was usable.</source>
        <translation>Ничего не удалось получить, или ни один прокси не годился.</translation>
    </message>
    <message>
        <source>Rows could not be stored or written.</source>
        <translation>Строки не удалось сохранить или записать.</translation>
    </message>
    <message>
        <source>A finding of the level of --fail-on was reached.</source>
        <translation>Есть находка уровня, заданного в --fail-on.</translation>
    </message>
    <message>
        <source>Interrupted; the rows so far are saved.</source>
        <translation>Прервано; полученные к этому времени строки сохранены.</translation>
    </message>
    <message>
        <source>ENVIRONMENT</source>
        <translation>ПЕРЕМЕННЫЕ ОКРУЖЕНИЯ</translation>
    </message>
    <message>
        <source>A proxy with its login, which would be seen on the command line.</source>
        <translation>Прокси с логином и паролем, которые были бы видны в командной строке.</translation>
    </message>
    <message>
        <source>EXAMPLES</source>
        <translation>ПРИМЕРЫ</translation>
    </message>
    <message>
        <source>Serves invented vacancies and sites on this computer.</source>
        <translation>Показывает придуманные вакансии и сайты на этом компьютере.</translation>
    </message>
    <message>
        <source>Searches them and makes an Excel file.</source>
        <translation>Ищет среди них и создаёт файл Excel.</translation>
    </message>
    <message>
        <source>Maps the links of a site.</source>
        <translation>Обходит ссылки сайта.</translation>
    </message>
    <message>
        <source>Collects job vacancies and web links into tables and Excel files.</source>
        <translation>Собирает вакансии и ссылки сайтов в таблицы и файлы Excel.</translation>
    </message>
    <message>
        <source>Each command asks servers politely or works on a project, which is one file, and writes rows as CSV, TSV, Excel workbook or JSON. What was interrupted goes on with resume.</source>
        <translation>Каждая команда вежливо запрашивает серверы или работает с проектом (это один файл) и пишет строки в CSV, TSV, книгу Excel или JSON. Прерванное продолжает команда resume.</translation>
    </message>
    <message>
        <source>Print version, build and Qt.</source>
        <translation>Напечатать версию, сборку и Qt.</translation>
    </message>
    <message>
        <source>List the commands; after a command, its options.</source>
        <translation>Перечислить команды; после команды — её параметры.</translation>
    </message>
    <message>
        <source>The access token or key for %1, in place of --token-file.</source>
        <translation>Токен доступа или ключ для %1 вместо --token-file.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::AuditCommand</name>
    <message>
        <source>What is wrong with a crawled site: findings by rules, and where exactly.</source>
        <translation>Что не так с обойдённым сайтом: находки по правилам и где именно.</translation>
    </message>
    <message>
        <source>The project file.</source>
        <translation>Файл проекта.</translation>
    </message>
    <message>
        <source>The number of a crawl, or last.</source>
        <translation>Номер обхода или last.</translation>
    </message>
    <message>
        <source>Only pages that pass this filter, for example: url contains /blog/.</source>
        <translation>Только страницы, проходящие фильтр, например: url contains /blog/.</translation>
    </message>
    <message>
        <source>Thresholds, rules that are off, and your own, as JSON: {&quot;rules&quot;: [{&quot;id&quot;: &quot;title_long&quot;, &quot;threshold&quot;: 600}, {&quot;id&quot;: &quot;thin&quot;, &quot;on&quot;: false}, {&quot;id&quot;: &quot;no_price&quot;, &quot;set&quot;: &quot;indexable&quot;, &quot;level&quot;: &quot;error&quot;, &quot;filter&quot;: &quot;url contains /shop/ and h2 empty&quot;, &quot;what&quot;: &quot;No price&quot;}]}. Without it the rules that the project keeps hold.</source>
        <translation>Пороги, выключенные правила и свои правила в JSON: {&quot;rules&quot;: [{&quot;id&quot;: &quot;title_long&quot;, &quot;threshold&quot;: 600}, {&quot;id&quot;: &quot;thin&quot;, &quot;on&quot;: false}, {&quot;id&quot;: &quot;no_price&quot;, &quot;set&quot;: &quot;indexable&quot;, &quot;level&quot;: &quot;error&quot;, &quot;filter&quot;: &quot;url contains /shop/ and h2 empty&quot;, &quot;what&quot;: &quot;Нет цены&quot;}]}. Без этого действуют правила, сохранённые в проекте.</translation>
    </message>
    <message>
        <source>Keep the rules of --rules in the project.</source>
        <translation>Сохранить правила из --rules в проекте.</translation>
    </message>
    <message>
        <source>List the rules with their sets and thresholds, and end.</source>
        <translation>Показать правила с множествами и порогами и завершить работу.</translation>
    </message>
    <message>
        <source>End with status 5 when there is a finding of this level, or a worse one.</source>
        <translation>Завершиться с кодом 5, если есть находка этого уровня или хуже.</translation>
    </message>
    <message>
        <source>%1: left out: %2</source>
        <translation>%1: пропущено: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) passed.</source>
        <translation>
            <numerusform>Пройдено %n правило.</numerusform>
            <numerusform>Пройдено %n правила.</numerusform>
            <numerusform>Пройдено %n правил.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not judged, because this crawl does not tell: %1.</source>
        <translation>Не проверено, этот обход таких данных не даёт: %1.</translation>
    </message>
    <message>
        <source>Prints each finding with its level, group and number, and its share of the set that the rule looks at. -o writes all places instead, as check,level,url,value,place; -o FILE.xlsx a workbook to hand over: the findings with the worst first, why each matters and how to fix it, and a sheet with the pages of each. With --by-segment -o writes the counts, as check,level,segment,n,of,share.</source>
        <translation>Выводит каждую находку с уровнем, группой и числом, а также её долю в множестве, на которое смотрит правило. -o вместо этого записывает все места: check,level,url,value,place; -o ФАЙЛ.xlsx — книгу для передачи: находки, худшие первыми, почему каждая важна и как её исправить, и лист со страницами каждой. С --by-segment -o записывает количества: check,level,segment,n,of,share.</translation>
    </message>
    <message>
        <source>Print each finding by segments of the site: those of --segments, else those that the project keeps, else the first folders.</source>
        <translation>Показать каждую находку по разделам сайта: из --segments, иначе сохранённым в проекте, иначе по первым папкам.</translation>
    </message>
    <message>
        <source>Segments by which findings are told, one a line: name, tab, filter over pages. A page belongs to the first that it passes.</source>
        <translation>Разделы, по которым считаются находки, по одному в строке: имя, табуляция, фильтр по страницам. Страница относится к первому подходящему.</translation>
    </message>
    <message>
        <source>Keep the segments of --segments in the project.</source>
        <translation>Сохранить разделы из --segments в проекте.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::CheckCommand</name>
    <message>
        <source>Ask addresses: status, seconds, size, beginning of the text.</source>
        <translation>Спросить адреса: статус, секунды, размер, начало текста.</translation>
    </message>
    <message>
        <source>Addresses to check.</source>
        <translation>Адреса для проверки.</translation>
    </message>
    <message>
        <source>Read addresses from FILE: one a line, or a column of a CSV file.</source>
        <translation>Взять адреса из FILE: по одному в строке или столбец CSV.</translation>
    </message>
    <message>
        <source>Name or number of the column; else the one that has addresses.</source>
        <translation>Имя или номер столбца; иначе тот, где стоят адреса.</translation>
    </message>
    <message>
        <source>Put https:// before addresses that have no scheme.</source>
        <translation>Поставить https:// перед адресами без схемы.</translation>
    </message>
    <message>
        <source>How many characters of the text to keep.</source>
        <translation>Сколько символов текста сохранить.</translation>
    </message>
    <message>
        <source>Ask with HEAD: no text, little traffic.</source>
        <translation>Спрашивать методом HEAD: без текста, мало трафика.</translation>
    </message>
    <message>
        <source>Strictly one after another.</source>
        <translation>Строго один за другим.</translation>
    </message>
    <message>
        <source>One after another, then all at once, and what that saves.</source>
        <translation>Сначала один за другим, затем все сразу, и сколько это экономит.</translation>
    </message>
    <message>
        <source>With --compare: so many times, and the medians.</source>
        <translation>Вместе с --compare: столько раз, и медианы.</translation>
    </message>
    <message>
        <source>Again every so many minutes, until Ctrl+C; rows are what changed.</source>
        <translation>Снова каждые столько минут, до Ctrl+C; строки — то, что изменилось.</translation>
    </message>
    <message>
        <source>no address to check</source>
        <translation>нет адресов для проверки</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>строка %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more line(s) that are no addresses.</source>
        <translation>
            <numerusform>… и ещё %n строка, которая не адрес.</numerusform>
            <numerusform>… и ещё %n строки, которые не адреса.</numerusform>
            <numerusform>… и ещё %n строк, которые не адреса.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1 repeats line %2; it is asked once.</source>
        <translation>Строка %1 повторяет строку %2; адрес спрашивается один раз.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more repeated line(s).</source>
        <translation>
            <numerusform>… и ещё %n повторная строка.</numerusform>
            <numerusform>… и ещё %n повторные строки.</numerusform>
            <numerusform>… и ещё %n повторных строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>Instead: a CSV file with the columns old and new. Each old address is asked and followed to its end; rows are url, expected, final, verdict, hops, status, reason, line. Verdicts: as_expected, other_address, chain, no_redirect, loop, error, new_not_200. The status is 1 unless all are as expected by one redirect.</source>
        <translation>Вместо этого: файл CSV со столбцами old и new. Каждый старый адрес запрашивается и прослеживается до конца; строки — url, expected, final, verdict, hops, status, reason, line. Выводы: as_expected, other_address, chain, no_redirect, loop, error, new_not_200. Код завершения 1, если хоть один не ведёт куда ожидалось одной переадресацией.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::CompareCommand</name>
    <message>
        <source>Tell what changed between two runs of a project.</source>
        <translation>Сообщить, что изменилось между двумя запусками проекта.</translation>
    </message>
    <message>
        <source>The project file.</source>
        <translation>Файл проекта.</translation>
    </message>
    <message>
        <source>The earlier and the later run by number, or last; alone, last is the last run and the complete one before it.</source>
        <translation>Прежний и новый запуск по номерам или last; одно слово last — последний запуск и последний полный перед ним.</translation>
    </message>
    <message>
        <source>Only changes that pass this filter, for example: change = gone, or fields in (salary_from).</source>
        <translation>Только изменения, которые проходят этот фильтр, например: change = gone или fields in (salary_from).</translation>
    </message>
    <message>
        <source>The server NEW is what the server OLD was in the earlier run (repeatable), as in staging.example.org=www.example.org.</source>
        <translation>Сервер NEW — то, чем в прежнем запуске был сервер OLD (можно повторять), например staging.example.org=www.example.org.</translation>
    </message>
    <message>
        <source>How a search for vacancies went over all its runs: a row for each run and each week.</source>
        <translation>Как шёл поиск вакансий по всем его запускам: строка на каждый запуск и на каждую неделю.</translation>
    </message>
    <message>
        <source>Ask for the ads that are gone or were not seen, one by one, as a run of the project: the rows are theirs, with state and archived as the source says them now.</source>
        <translation>Спросить по одному объявления, которые исчезли или не встретились; это отдельный запуск проекта: строки — эти объявления, а state и archived — как сообщает источник сейчас.</translation>
    </message>
    <message>
        <source>No ad is gone or was not seen: there is nothing to ask for.</source>
        <translation>Ни одно объявление не исчезло и все встретились: спрашивать не о чем.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::CrawlCommand</name>
    <message>
        <source>Read pages and their links, of a list or of a whole site.</source>
        <translation>Прочитать страницы и их ссылки: по списку или весь сайт.</translation>
    </message>
    <message>
        <source>While it runs the rows can be read in FILE.part, beside the FILE of --links and of --pages, as far as they are known. FILE is written at the end, also after an interruption. On standard output rows come at once when all --columns are known with their page.</source>
        <translation>Пока идёт обход, строки можно читать в FILE.part рядом с FILE из --links и --pages: то, что уже известно. Сам FILE записывается в конце, в том числе после прерывания. В стандартный вывод строки идут сразу, если все столбцы --columns известны вместе со страницей.</translation>
    </message>
    <message>
        <source>Where to begin.</source>
        <translation>С чего начать.</translation>
    </message>
    <message>
        <source>Read further addresses from FILE, one a line.</source>
        <translation>Взять остальные адреса из файла FILE, по одному в строке.</translation>
    </message>
    <message>
        <source>Clicks to follow; 0 = only the links of the given pages.</source>
        <translation>На сколько переходов идти; 0 = только ссылки указанных страниц.</translation>
    </message>
    <message>
        <source>Ask at most so many addresses; 0 = no limit.</source>
        <translation>Запросить не больше стольких адресов; 0 = без предела.</translation>
    </message>
    <message>
        <source>Stop after so many minutes; 0 = no limit.</source>
        <translation>Остановиться через столько минут; 0 = без предела.</translation>
    </message>
    <message>
        <source>Stop after so much was received; 0 = no limit.</source>
        <translation>Остановиться, когда получено столько данных; 0 = без предела.</translation>
    </message>
    <message>
        <source>What belongs to the site: host, domain, prefix (a folder) or any.</source>
        <translation>Что относится к сайту: host (узел), domain (домен), prefix (папка) или any (всё).</translation>
    </message>
    <message>
        <source>Only addresses that this regular expression finds; may be repeated.</source>
        <translation>Только адреса, которые находит это регулярное выражение; можно повторять.</translation>
    </message>
    <message>
        <source>No addresses that this regular expression finds; may be repeated.</source>
        <translation>Без адресов, которые находит это регулярное выражение; можно повторять.</translation>
    </message>
    <message>
        <source>Do not obey robots.txt: the site is mine.</source>
        <translation>Не слушаться robots.txt: сайт мой.</translation>
    </message>
    <message>
        <source>Read what the site&apos;s sitemaps name, too.</source>
        <translation>Читать и то, что названо в картах сайта.</translation>
    </message>
    <message>
        <source>Also ask whether addresses of other sites are there.</source>
        <translation>Проверить и адреса других сайтов: есть ли они.</translation>
    </message>
    <message>
        <source>Keep the pages themselves in the project.</source>
        <translation>Хранить в проекте и сами страницы.</translation>
    </message>
    <message>
        <source>Write the pages to FILE.</source>
        <translation>Записать страницы в файл FILE.</translation>
    </message>
    <message>
        <source>Write the links as a graph to FILE: %1.</source>
        <translation>Записать ссылки как граф в FILE: %1.</translation>
    </message>
    <message>
        <source>Also ask what looks endless: calendars, visitor numbers, filters.</source>
        <translation>Спрашивать и то, что кажется бесконечным: календари, номера посетителей, фильтры.</translation>
    </message>
    <message>
        <source>Only the K-th of N shares of the sites: N computers with the same list crawl one each.</source>
        <translation>Только K-я из N долей сайтов: N компьютеров с одним и тем же списком обходят по одной.</translation>
    </message>
    <message>
        <source>none of these sites is in that part</source>
        <translation>ни один из этих сайтов не входит в эту долю</translation>
    </message>
    <message>
        <source>The same, and read their pages to see whether the places (#) that links name are there.</source>
        <translation>То же, и прочитать их страницы, чтобы узнать, есть ли там места (#), которые называют ссылки.</translation>
    </message>
    <message>
        <source>Do not ask where http and https, with and without www, of the start address lead.</source>
        <translation>Не проверять, куда ведут http и https, с www и без, для начального адреса.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::CrawlLeftOut</name>
    <message numerus="yes">
        <source>%n address(es) left out: robots.txt forbids them; --ignore-robots if the site is yours.</source>
        <translation>
            <numerusform>%n адрес пропущен: его запрещает robots.txt; --ignore-robots, если сайт ваш.</numerusform>
            <numerusform>%n адреса пропущены: их запрещает robots.txt; --ignore-robots, если сайт ваш.</numerusform>
            <numerusform>%n адресов пропущено: их запрещает robots.txt; --ignore-robots, если сайт ваш.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) left out: their page asks not to follow its links; --ignore-robots if the site is yours.</source>
        <translation>
            <numerusform>%n адрес пропущен: страница просит не идти по её ссылкам; --ignore-robots, если сайт ваш.</numerusform>
            <numerusform>%n адреса пропущены: страница просит не идти по её ссылкам; --ignore-robots, если сайт ваш.</numerusform>
            <numerusform>%n адресов пропущено: страница просит не идти по её ссылкам; --ignore-robots, если сайт ваш.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) left out: they look endless; --no-traps asks them all the same.</source>
        <translation>
            <numerusform>%n адрес пропущен: похож на бесконечный; --no-traps спросит и его.</numerusform>
            <numerusform>%n адреса пропущены: похожи на бесконечные; --no-traps спросит и их.</numerusform>
            <numerusform>%n адресов пропущено: похожи на бесконечные; --no-traps спросит и их.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) left out: by --include or --exclude.</source>
        <translation>
            <numerusform>%n адрес пропущен из-за --include или --exclude.</numerusform>
            <numerusform>%n адреса пропущены из-за --include или --exclude.</numerusform>
            <numerusform>%n адресов пропущено из-за --include или --exclude.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) not asked: a limit was reached; &quot;linnet-cli resume&quot; goes on.</source>
        <translation>
            <numerusform>%n адрес не спрошен: достигнут предел; «linnet-cli resume» продолжит.</numerusform>
            <numerusform>%n адреса не спрошены: достигнут предел; «linnet-cli resume» продолжит.</numerusform>
            <numerusform>%n адресов не спрошено: достигнут предел; «linnet-cli resume» продолжит.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sitemap(s) not read: there are too many, or they lie too deep.</source>
        <translation>
            <numerusform>%n карта сайта не прочитана: их слишком много или они лежат слишком глубоко.</numerusform>
            <numerusform>%n карты сайта не прочитаны: их слишком много или они лежат слишком глубоко.</numerusform>
            <numerusform>%n карт сайта не прочитано: их слишком много или они лежат слишком глубоко.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of sitemaps left out: they are no addresses.</source>
        <translation>
            <numerusform>%n строка карт сайта пропущена: это не адрес.</numerusform>
            <numerusform>%n строки карт сайта пропущены: это не адреса.</numerusform>
            <numerusform>%n строк карт сайта пропущено: это не адреса.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::cli::CrawlSecretOptions</name>
    <message>
        <source>Send this header to the addresses of the site; may be repeated. Logins and cookies go into files.</source>
        <translation>Посылать этот заголовок адресам сайта; можно указать несколько раз. Логины и cookie — в файлах.</translation>
    </message>
    <message>
        <source>Send the headers that stand in FILE, one a line.</source>
        <translation>Посылать заголовки из ФАЙЛА, по одному в строке.</translation>
    </message>
    <message>
        <source>Send the cookies of FILE: cookies.txt, or lines NAME=VALUE.</source>
        <translation>Посылать cookie из ФАЙЛА: cookies.txt или строки ИМЯ=ЗНАЧЕНИЕ.</translation>
    </message>
    <message>
        <source>Keep the cookies that the site sets, for this run.</source>
        <translation>Хранить в этом запуске cookie, которые ставит сайт.</translation>
    </message>
    <message>
        <source>Logins of a crawl, one a line: USER:PASSWORD for where it begins, https://USER:PASSWORD@HOST, HOST USER PASSWORD, or a .netrc.</source>
        <translation>Логины для обхода, по одному в строке: ИМЯ:ПАРОЛЬ для начального адреса, https://ИМЯ:ПАРОЛЬ@УЗЕЛ, УЗЕЛ ИМЯ ПАРОЛЬ или .netrc.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::ExportCommand</name>
    <message>
        <source>Write rows of a saved project to a file.</source>
        <translation>Записать строки сохранённого проекта в файл.</translation>
    </message>
    <message>
        <source>The project file.</source>
        <translation>Файл проекта.</translation>
    </message>
    <message>
        <source>A run&apos;s number, last or all.</source>
        <translation>Номер запуска, last (последний) или all (все).</translation>
    </message>
    <message>
        <source>Only rows that pass this filter, for example: salary_from &gt;= 100000 and skills in (SQL).</source>
        <translation>Только строки, подходящие под фильтр, например: salary_from &gt;= 100000 and skills in (SQL).</translation>
    </message>
    <message>
        <source>Vacancies that were left out, with the rule, instead of those read.</source>
        <translation>Отсеянные вакансии с названием правила вместо прочитанных.</translation>
    </message>
    <message>
        <source>run %1 is kept as counts only; its rows were removed on %2</source>
        <translation>у запуска %1 оставлено только число строк; сами строки удалены %2</translation>
    </message>
    <message>
        <source>findings: what audit -o writes, by the rules that the project keeps; --where is of pages. Pictures are links: --table links --where &quot;element in (img, source)&quot;.</source>
        <translation>findings — то, что пишет audit -o, по правилам из проекта; --where относится к страницам. Картинки — это ссылки: --table links --where &quot;element in (img, source)&quot;.</translation>
    </message>
    <message>
        <source>With --table links -o FILE.png, .svg or .pdf, which draws the graph of the pages that pass --where: what a dot stands for, %1. With it a .gexf has places, sizes and colours, too.</source>
        <translation>С --table links -o ФАЙЛ.png, .svg или .pdf, что рисует граф страниц, проходящих --where: что значит точка, %1. С ним и у .gexf есть места, размеры и цвета.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::ImportCommand</name>
    <message>
        <source>The project file; made when there is none.</source>
        <translation>Файл проекта; если его нет, он будет создан.</translation>
    </message>
    <message>
        <source>Bring tables and vacancies from files into a project: CSV, Excel, JSON.</source>
        <translation>Добавить в проект таблицы и вакансии из файлов: CSV, Excel, JSON.</translation>
    </message>
    <message>
        <source>Files of any size, or their addresses: tables as CSV, TSV, Excel workbook (.xlsx), JSON or JSON lines, and vacancies as the open data of Trudvsem or the APIs of Trudvsem and hh.ru give them. Texts may be packed by gzip or zstd.</source>
        <translation>Файлы любого размера или их адреса: таблицы CSV, TSV, книги Excel (.xlsx), JSON или JSON lines и вакансии в том виде, в каком их дают открытые данные «Работы России» или API «Работы России» и hh.ru. Тексты могут быть сжаты gzip или zstd.</translation>
    </message>
    <message>
        <source>What the rows are: vacancies, checks or pages. Without it the names of the columns tell; of files that are fetched, vacancies.</source>
        <translation>Что в строках: vacancies, checks или pages. Иначе это видно по именам столбцов; в файлах из сети — vacancies.</translation>
    </message>
    <message>
        <source>Which column is which: a CSV file with the lines &quot;column,as&quot;, the name in the table and Linnet&apos;s name; nothing as second leaves the column out.</source>
        <translation>Какой столбец каким станет: файл CSV со строками «column,as», имя в таблице и имя в Linnet; если второго нет, столбец не берётся.</translation>
    </message>
    <message>
        <source>The sheet of a workbook; the first that can be seen.</source>
        <translation>Лист книги; иначе первый видимый.</translation>
    </message>
    <message>
        <source>What parts the cells of CSV: , ; | or tab. Without it the file tells.</source>
        <translation>Чем разделены ячейки CSV: , ; | или tab. Иначе это видно по файлу.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::JoinCommand</name>
    <message>
        <source>Add the columns of a table of yours to the rows of a saved project.</source>
        <translation>Добавить к строкам сохранённого проекта столбцы вашей таблицы.</translation>
    </message>
    <message>
        <source>The project file.</source>
        <translation>Файл проекта.</translation>
    </message>
    <message>
        <source>The table: CSV, TSV, Excel workbook (.xlsx), JSON or JSON lines.</source>
        <translation>Таблица: CSV, TSV, книга Excel (.xlsx), JSON или строки JSON.</translation>
    </message>
    <message>
        <source>The column of the rows whose value is looked up in the table, such as region, isco08, employer or url.</source>
        <translation>Столбец строк, значение которого ищется в таблице, например region, isco08, employer или url.</translation>
    </message>
    <message>
        <source>The table&apos;s column with the same values; without it the one that is called alike, else the first.</source>
        <translation>Столбец таблицы с теми же значениями; без него тот, что называется так же, иначе первый.</translation>
    </message>
    <message>
        <source>The table&apos;s columns that are wanted; without it all.</source>
        <translation>Нужные столбцы таблицы; без него все.</translation>
    </message>
    <message>
        <source>What the table is called in the project, instead of the file&apos;s name; one of that name is replaced.</source>
        <translation>Как таблица называется в проекте вместо имени файла; таблица с таким именем заменяется.</translation>
    </message>
    <message>
        <source>Say which tables there are, and end.</source>
        <translation>Назвать имеющиеся таблицы и закончить.</translation>
    </message>
    <message>
        <source>Take away the table of this name, and end.</source>
        <translation>Убрать таблицу с этим именем и закончить.</translation>
    </message>
    <message>
        <source>The project has no tables of yours.</source>
        <translation>В проекте нет ваших таблиц.</translation>
    </message>
    <message>
        <source>%L1 of %L2 rows of the project are in it.</source>
        <translation>В ней есть %L1 из %L2 строк проекта.</translation>
    </message>
    <message>
        <source>%1: columns %2.</source>
        <translation>%1: столбцы %2.</translation>
    </message>
    <message>
        <source>Rows of the table: %L1, left out: %L2.</source>
        <translation>Строк таблицы: %L1, пропущено: %L2.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::MarkCommand</name>
    <message>
        <source>Star, tag and note rows of a saved project.</source>
        <translation>Звёздочки, метки и заметки к строкам сохранённого проекта.</translation>
    </message>
    <message>
        <source>The project file.</source>
        <translation>Файл проекта.</translation>
    </message>
    <message>
        <source>Give these rows a star.</source>
        <translation>Поставить этим строкам звёздочку.</translation>
    </message>
    <message>
        <source>Take their star away.</source>
        <translation>Снять с них звёздочку.</translation>
    </message>
    <message>
        <source>Add this tag; may be given several times.</source>
        <translation>Добавить эту метку; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>Take this tag away; may be given several times.</source>
        <translation>Снять эту метку; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>Write this note in place of the one that was there; &quot;&quot; takes it away.</source>
        <translation>Записать эту заметку вместо прежней; &quot;&quot; убирает её.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) pass the filter; marks changed: %1.</source>
        <translation>
            <numerusform>Фильтру отвечает %Ln строка; изменено отметок: %1.</numerusform>
            <numerusform>Фильтру отвечают %Ln строки; изменено отметок: %1.</numerusform>
            <numerusform>Фильтру отвечают %Ln строк; изменено отметок: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::cli::MergeCommand</name>
    <message>
        <source>Make one project of two: all runs of both.</source>
        <translation>Сделать из двух проектов один: все запуски обоих.</translation>
    </message>
    <message>
        <source>Two project files; neither is changed.</source>
        <translation>Два файла проектов; ни один не меняется.</translation>
    </message>
    <message>
        <source>The new project; there must be none yet.</source>
        <translation>Новый проект; такого файла ещё не должно быть.</translation>
    </message>
    <message>
        <source>%1 exists already</source>
        <translation>%1 уже существует</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were added; the project of both is %1.</source>
        <translation>
            <numerusform>Добавлен %n запуск; проект из обоих — %1.</numerusform>
            <numerusform>Добавлены %n запуска; проект из обоих — %1.</numerusform>
            <numerusform>Добавлено %n запусков; проект из обоих — %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>becoming one project: %1%</source>
        <translation>соединение проектов: %1 %</translation>
    </message>
</context>
<context>
    <name>linnet::cli::OutputOptions</name>
    <message>
        <source>Only these columns, in this order.</source>
        <translation>Только эти столбцы и в этом порядке.</translation>
    </message>
    <message>
        <source>Kind of CSV: %1.</source>
        <translation>Вид CSV: %1.</translation>
    </message>
    <message>
        <source>Write a summary as JSON; - is standard output.</source>
        <translation>Записать сводку в JSON; - означает стандартный вывод.</translation>
    </message>
    <message>
        <source>Write the rows to FILE (%1); - is CSV on standard output. Some tables can be written to further kinds of files: %2.</source>
        <translation>Записать строки в FILE (%1); - это CSV в стандартный вывод. Некоторые таблицы можно записать и в файлы других видов: %2.</translation>
    </message>
    <message>
        <source>Workbooks: titles, dates and links as in the window, instead of names and values as stored.</source>
        <translation>Книги Excel: заголовки, даты и ссылки, как в окне, вместо хранимых имён и значений.</translation>
    </message>
    <message>
        <source>Workbooks without the sheet with counts and charts.</source>
        <translation>Книги Excel без листа с подсчётами и диаграммами.</translation>
    </message>
    <message>
        <source>Also datapackage.json beside the CSV or TSV file: how it is read, what its columns are, sources and terms (Frictionless Data Package).</source>
        <translation>Ещё и datapackage.json рядом с файлом CSV или TSV: как его читать, что в его столбцах, источники и условия (Frictionless Data Package).</translation>
    </message>
    <message>
        <source>Name the columns of pages and links as the exports of another program do, and write those that it has unless --columns says which: %1. Values stay as they are stored.</source>
        <translation>Назвать столбцы страниц и ссылок так, как их называют выгрузки другой программы, и записать те, что есть у неё, если --columns не говорит, какие: %1. Значения остаются такими, как хранятся.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::PracticeCommand</name>
    <message>
        <source>Run the practice server with invented data on this computer.</source>
        <translation>Запустить на этом компьютере учебный сервер с вымышленными данными.</translation>
    </message>
    <message>
        <source>Port on 127.0.0.1; 0 = any free one.</source>
        <translation>Порт на 127.0.0.1; 0 — любой свободный.</translation>
    </message>
    <message>
        <source>Faults to practise on, for example 429:7,slow:200.</source>
        <translation>Сбои для тренировки, например 429:7,slow:200.</translation>
    </message>
    <message>
        <source>Write the sample project to this file and end; no server is started.</source>
        <translation>Записать пример проекта в этот файл и закончить; сервер не запускается.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::ProjectCommand</name>
    <message>
        <source>Sizes and care of a project: delete, keep counts, compact, check, rescue.</source>
        <translation>Размеры проекта и уход за ним: удаление, сжатие, проверка, спасение.</translation>
    </message>
    <message>
        <source>The project file; alone, its runs are listed with their sizes.</source>
        <translation>Файл проекта; без параметров — список его запусков с размерами.</translation>
    </message>
    <message>
        <source>Delete these runs with all their rows, for good.</source>
        <translation>Удалить эти запуски со всеми строками, навсегда.</translation>
    </message>
    <message>
        <source>Of each task (runs that asked for the same) the last N stay as they are; of older ones that are over, the rows go for good and only the counts stay.</source>
        <translation>Последние N запусков каждой задачи (одного и того же поиска) остаются как есть; у более старых законченных строки удаляются навсегда, остаётся только их число.</translation>
    </message>
    <message>
        <source>Give the room of what was removed back; needs about the size of the project meanwhile.</source>
        <translation>Освободить место удалённого; на это время нужно ещё столько же места, сколько занимает проект.</translation>
    </message>
    <message>
        <source>Look at every page of the file for damage; changes nothing.</source>
        <translation>Проверить каждую страницу файла на повреждения; ничего не меняет.</translation>
    </message>
    <message>
        <source>Bring all that can be read of a damaged project into a new one; the damaged file is only read.</source>
        <translation>Перенести всё, что читается в повреждённом проекте, в новый; повреждённый файл только читается.</translation>
    </message>
    <message>
        <source>%1 exists already</source>
        <translation>%1 уже существует</translation>
    </message>
    <message>
        <source>The file has %1; %2 of it are free and would be given back by --compact.</source>
        <translation>Размер файла — %1; из них свободно %2, их освободит --compact.</translation>
    </message>
    <message>
        <source>Compacting needs up to %1 for a while; %2 are free.</source>
        <translation>На время сжатия нужно до %1; свободно %2.</translation>
    </message>
    <message>
        <source>%1 before, %2 now.</source>
        <translation>Было %1, стало %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) deleted.</source>
        <translation>
            <numerusform>Удалён %n запуск.</numerusform>
            <numerusform>Удалены %n запуска.</numerusform>
            <numerusform>Удалено %n запусков.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) kept as counts only.</source>
        <translation>
            <numerusform>У %n запуска оставлено только число строк.</numerusform>
            <numerusform>У %n запусков оставлено только число строк.</numerusform>
            <numerusform>У %n запусков оставлено только число строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>reading the sizes: %1%</source>
        <translation>определение размеров: %1 %</translation>
    </message>
    <message>
        <source>checking: %1%</source>
        <translation>проверка: %1 %</translation>
    </message>
    <message>
        <source>rescuing: %1%</source>
        <translation>спасение данных: %1 %</translation>
    </message>
    <message>
        <source>compacting: %1%</source>
        <translation>сжатие: %1 %</translation>
    </message>
</context>
<context>
    <name>linnet::cli::ProxiesCommand</name>
    <message>
        <source>Test proxies (check), or read lists of them (fetch).</source>
        <translation>Проверить прокси (check) или прочитать их списки (fetch).</translation>
    </message>
    <message>
        <source>Usage: linnet-cli proxies check | fetch [options]; --help with each</source>
        <translation>Использование: linnet-cli proxies check | fetch [параметры]; --help у каждой</translation>
    </message>
    <message>
        <source>Tests proxies: which are alive, what servers see, how quick they are.</source>
        <translation>Проверяет прокси: какие работают, что видят серверы, насколько они быстры.</translation>
    </message>
    <message>
        <source>A proxy without a password; may be repeated.</source>
        <translation>Прокси без пароля; можно повторять.</translation>
    </message>
    <message>
        <source>A list of proxies; - is standard input; may be repeated.</source>
        <translation>Список прокси; - — стандартный ввод; можно повторять.</translation>
    </message>
    <message>
        <source>The page that tells what it saw, as httpbin.org/get or azenv do; one with http, one with https.</source>
        <translation>Страница, которая говорит, что она увидела, как httpbin.org/get или azenv; одна с http, одна с https.</translation>
    </message>
    <message>
        <source>Reads lists of proxies from web addresses: text, JSON, CSV and the tables of pages.</source>
        <translation>Читает списки прокси с веб-адресов: текст, JSON, CSV и таблицы страниц.</translation>
    </message>
    <message>
        <source>Address of a list; may be repeated.</source>
        <translation>Адрес списка; можно повторять.</translation>
    </message>
    <message>
        <source>Kind of proxies that name none: http, socks5 or socks4.</source>
        <translation>Вид прокси, у которых он не указан: http, socks5 или socks4.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::ProxyOptions</name>
    <message>
        <source>system: as the computer is set up; none: always directly; or a proxy&apos;s address, http:// or socks5://, which may be repeated. With a password only in LINNET_PROXY or a file.</source>
        <translation>system: как настроен компьютер; none: всегда напрямую; или адрес прокси, http:// или socks5://, можно повторять. С паролем — только в LINNET_PROXY или в файле.</translation>
    </message>
    <message>
        <source>Go through the proxies of this list and nothing else.</source>
        <translation>Только через прокси из этого списка.</translation>
    </message>
    <message>
        <source>Which proxy is next: round-robin, random, fastest or sticky.</source>
        <translation>Какой прокси следующий: round-robin, random, fastest или sticky.</translation>
    </message>
    <message>
        <source>Each proxy has the whole rate for itself; not at servers that have refused a request.</source>
        <translation>У каждого прокси свой полный темп; кроме серверов, которые отказали в запросе.</translation>
    </message>
    <message>
        <source>Go directly when no proxy can be used, which shows your own address to the servers; without it the request fails.</source>
        <translation>Идти напрямую, когда ни один прокси не годится: серверы увидят ваш собственный адрес; без этого запрос не удаётся.</translation>
    </message>
    <message>
        <source>Ask these hosts directly, past the proxies; none by default. Names with their subdomains, addresses, networks as 10.0.0.0/8; separated by commas.</source>
        <translation>Запрашивать эти узлы напрямую, мимо прокси; по умолчанию никакие. Имена вместе с поддоменами, адреса, сети вида 10.0.0.0/8; через запятую.</translation>
    </message>
    <message>
        <source>no proxy in it</source>
        <translation>в нём нет прокси</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>строка %1: %2</translation>
    </message>
</context>
<context>
    <name>linnet::cli::QueryOptions</name>
    <message>
        <source>Read searches from FILE (- = standard input): a text a line, or CSV whose first line names the columns text and area (a number or name of a region). A line without an area is asked in each --area on its own, and so is each --text, which come first.</source>
        <translation>Взять поиски из FILE (- = стандартный ввод): по тексту в строке или CSV, первая строка которого называет столбцы text и area (номер или название региона). Строка без региона ищется в каждом --area отдельно; так же ищутся и --text, они идут первыми.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::ReportCommand</name>
    <message>
        <source>What the rows of a project say as one file to hand over, HTML or PDF.</source>
        <translation>Что говорят строки проекта — одним файлом для передачи, HTML или PDF.</translation>
    </message>
    <message>
        <source>The project file.</source>
        <translation>Файл проекта.</translation>
    </message>
    <message>
        <source>The file, .html or .pdf; - writes HTML to standard output. A file that is there already is replaced as a whole.</source>
        <translation>Файл, .html или .pdf; - пишет HTML в стандартный вывод. Уже существующий файл заменяется целиком.</translation>
    </message>
    <message>
        <source>Of which rows: %1. Without it that of the runs, vacancies first.</source>
        <translation>О каких строках: %1. Без него — о строках запусков, сначала вакансии.</translation>
    </message>
    <message>
        <source>A run&apos;s number (repeatable), last or all.</source>
        <translation>Номер запуска (можно несколько раз), last или all.</translation>
    </message>
    <message>
        <source>Only rows that pass this filter, for example: salary_from &gt;= 100000 and skills in (SQL).</source>
        <translation>Только строки, которые проходят этот фильтр, например: salary_from &gt;= 100000 and skills in (SQL).</translation>
    </message>
    <message>
        <source>The title. Without it what was searched for.</source>
        <translation>Заголовок. Без него — то, что искали.</translation>
    </message>
    <message>
        <source>A text file with remarks of your own; an empty line begins a paragraph.</source>
        <translation>Текстовый файл с вашими примечаниями; пустая строка начинает абзац.</translation>
    </message>
    <message>
        <source>Who hands it over.</source>
        <translation>Кто передаёт отчёт.</translation>
    </message>
    <message>
        <source>A picture beside the title, PNG or JPEG, at most %1 MB.</source>
        <translation>Картинка рядом с заголовком, PNG или JPEG, не больше %1 МБ.</translation>
    </message>
    <message>
        <source>Only these, with commas between: %1; of the questions kept in the project own-1 and so on. Without it all that the rows can answer.</source>
        <translation>Только эти, через запятую: %1; из вопросов, которые хранятся в проекте, own-1 и так далее. Без этого все, на которые строки могут ответить.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::RequestOptions</name>
    <message>
        <source>Keep the rows in this project file.</source>
        <translation>Хранить строки в этом файле проекта.</translation>
    </message>
    <message>
        <source>Seconds between two requests to one server.</source>
        <translation>Секунд между двумя запросами к одному серверу.</translation>
    </message>
    <message>
        <source>Requests under way at one server.</source>
        <translation>Сколько запросов одновременно к одному серверу.</translation>
    </message>
    <message>
        <source>Requests under way in all.</source>
        <translation>Сколько запросов одновременно всего.</translation>
    </message>
    <message>
        <source>Seconds that one attempt may take.</source>
        <translation>Сколько секунд может длиться одна попытка.</translation>
    </message>
    <message>
        <source>Further attempts after the first.</source>
        <translation>Сколько попыток после первой.</translation>
    </message>
    <message>
        <source>How Linnet introduces itself.</source>
        <translation>Как Linnet представляется.</translation>
    </message>
    <message>
        <source>No progress.</source>
        <translation>Не показывать ход работы.</translation>
    </message>
    <message>
        <source>Write messages to FILE as well.</source>
        <translation>Записывать сообщения ещё и в FILE.</translation>
    </message>
    <message>
        <source>End when no server has answered for so many seconds, as without a network; 0: wait.</source>
        <translation>Закончить, если столько секунд не отвечает ни один сервер, как без сети; 0: ждать.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::ResumeCommand</name>
    <message>
        <source>Go on with the last unfinished run of a project.</source>
        <translation>Продолжить последний незаконченный запуск проекта.</translation>
    </message>
    <message>
        <source>The project file.</source>
        <translation>Файл проекта.</translation>
    </message>
    <message>
        <source>There is no unfinished run in this project.</source>
        <translation>В этом проекте нет незаконченных запусков.</translation>
    </message>
    <message>
        <source>Ask again what failed in the last run with failures, finished or not.</source>
        <translation>Запросить ещё раз то, что не удалось в последнем запуске с ошибками, законченном или нет.</translation>
    </message>
    <message>
        <source>Nothing has failed in this project.</source>
        <translation>В этом проекте ничего не сорвалось.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::RunCommand</name>
    <message>
        <source>waiting</source>
        <translation>ожидание</translation>
    </message>
    <message>
        <source>Going on.</source>
        <translation>Работа продолжается.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 requests answered</source>
        <translation>отвечено запросов: %1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>с ошибкой: %n</numerusform>
            <numerusform>с ошибкой: %n</numerusform>
            <numerusform>с ошибкой: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>the server asked to wait</source>
        <translation>сервер просит подождать</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>осталось около %n секунды</numerusform>
            <numerusform>осталось около %n секунд</numerusform>
            <numerusform>осталось около %n секунд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) failed; the first:</source>
        <translation>
            <numerusform>%n запрос не удался; первый из них:</numerusform>
            <numerusform>%n запроса не удались; первый из них:</numerusform>
            <numerusform>%n запросов не удались; первый из них:</numerusform>
        </translation>
    </message>
    <message>
        <source>What was read is kept in %1; &quot;linnet-cli resume&quot; goes on with it.</source>
        <translation>Прочитанное сохранено в %1; продолжить можно командой «linnet-cli resume».</translation>
    </message>
    <message>
        <source>the server does not answer; trying again</source>
        <translation>сервер не отвечает; новая попытка</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the input could not be taken; the first:</source>
        <translation>
            <numerusform>%n строку не удалось прочитать; первая:</numerusform>
            <numerusform>%n строки не удалось прочитать; первая:</numerusform>
            <numerusform>%n строк не удалось прочитать; первая:</numerusform>
        </translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>строка %1</translation>
    </message>
    <message>
        <source>no server answers; is this computer offline?</source>
        <translation>ни один сервер не отвечает; есть ли сеть?</translation>
    </message>
    <message>
        <source>no server answered</source>
        <translation>ни один сервер не ответил</translation>
    </message>
    <message>
        <source>What was read is kept in %1; &quot;linnet-cli export&quot; writes it.</source>
        <translation>Прочитанное сохранено в %1; «linnet-cli export» выгрузит его.</translation>
    </message>
    <message numerus="yes">
        <source>No server has answered for %n second(s): this computer seems to be offline.</source>
        <translation>
            <numerusform>%n секунду не отвечает ни один сервер: похоже, у компьютера нет сети.</numerusform>
            <numerusform>%n секунды не отвечает ни один сервер: похоже, у компьютера нет сети.</numerusform>
            <numerusform>%n секунд не отвечает ни один сервер: похоже, у компьютера нет сети.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting %1: Crawl-delay of %2</source>
        <translation>пауза %1: Crawl-delay у %2</translation>
    </message>
    <message>
        <source>found %1</source>
        <translation>найдено %1</translation>
    </message>
    <message>
        <source>reachable %1</source>
        <translation>доступно %1</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>прочитано %1</translation>
    </message>
    <message>
        <source>left out %1</source>
        <translation>отсеяно %1</translation>
    </message>
    <message>
        <source>repeats %1</source>
        <translation>повторов %1</translation>
    </message>
    <message>
        <source>More can be read: -p 0 reads all that can be reached.</source>
        <translation>Можно прочитать больше: -p 0 читает всё, что доступно.</translation>
    </message>
    <message>
        <source>not asked %1</source>
        <translation>не запрошено %1</translation>
    </message>
    <message>
        <source>addresses found %1</source>
        <translation>найдено адресов %1</translation>
    </message>
    <message>
        <source>asked %1</source>
        <translation>запрошено %1</translation>
    </message>
    <message>
        <source>The source gives no more of them; a narrower search may.</source>
        <translation>Больше источник не отдаёт; более узкий поиск может найти остальные.</translation>
    </message>
    <message>
        <source>%1% read</source>
        <translation>прочитано %1 %</translation>
    </message>
</context>
<context>
    <name>linnet::cli::RunSavedCommand</name>
    <message>
        <source>Run a saved search of a project again.</source>
        <translation>Снова выполнить сохранённый поиск из проекта.</translation>
    </message>
    <message>
        <source>The project file.</source>
        <translation>Файл проекта.</translation>
    </message>
    <message>
        <source>The search&apos;s name or number, as &quot;searches&quot; lists them.</source>
        <translation>Имя или номер поиска, как их выводит «searches».</translation>
    </message>
    <message>
        <source>Only when its schedule says that it is time.</source>
        <translation>Только если по расписанию пора.</translation>
    </message>
    <message>
        <source>Write an XLSX file into a folder of today&apos;s date below this one.</source>
        <translation>Записать файл XLSX в папку с сегодняшней датой внутри этой.</translation>
    </message>
    <message>
        <source>“%1” has no schedule.</source>
        <translation>У поиска «%1» нет расписания.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were missed; this one makes up for them.</source>
        <translation>
            <numerusform>%n запуск был пропущен; этот его заменяет.</numerusform>
            <numerusform>%n запуска были пропущены; этот их заменяет.</numerusform>
            <numerusform>%n запусков были пропущены; этот их заменяет.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write only what is new since the last complete run: new ads; of a crawl or a check what is newly broken and what is mended. The rows are those of &quot;compare&quot;.</source>
        <translation>Записать только новое с последнего полного запуска: новые объявления; у обхода и проверки — что стало недоступно и что исправлено. Строки такие же, как у «compare».</translation>
    </message>
    <message>
        <source>There is no complete run before this one: nothing can be new yet.</source>
        <translation>Полных запусков до этого нет: новому взяться пока неоткуда.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::RunningOutput</name>
    <message>
        <source>the rows are only written at the end</source>
        <translation>строки будут записаны только в конце</translation>
    </message>
</context>
<context>
    <name>linnet::cli::SearchesCommand</name>
    <message>
        <source>Saved searches of a project: list, save, share, schedule.</source>
        <translation>Сохранённые поиски проекта: список, сохранение, передача, расписание.</translation>
    </message>
    <message>
        <source>The project file.</source>
        <translation>Файл проекта.</translation>
    </message>
    <message>
        <source>Save what a run asked for under this name.</source>
        <translation>Сохранить под этим именем то, что запрашивал запуск.</translation>
    </message>
    <message>
        <source>With --save: the run&apos;s number, or last.</source>
        <translation>Вместе с --save: номер запуска или last.</translation>
    </message>
    <message>
        <source>With --save: when to run it again, for example 6h, &quot;1d 09:00&quot; or &quot;7d 18:30&quot;.</source>
        <translation>Вместе с --save: когда повторять, например 6h, &quot;1d 09:00&quot; или &quot;7d 18:30&quot;.</translation>
    </message>
    <message>
        <source>With --save: each run by schedule leaves an XLSX file in this folder.</source>
        <translation>Вместе с --save: каждый запуск по расписанию оставляет файл XLSX в этой папке.</translation>
    </message>
    <message>
        <source>Print what to paste into cron, systemd or the Task Scheduler of Windows, for the search of this name or number.</source>
        <translation>Вывести строки для cron, systemd или планировщика Windows — для поиска с этим именем или номером.</translation>
    </message>
    <message>
        <source>With --lines: the file with the access token.</source>
        <translation>Вместе с --lines: файл с токеном доступа.</translation>
    </message>
    <message>
        <source>Write the search of this name or number into --file, for a colleague.</source>
        <translation>Записать поиск с этим именем или номером в --file, для коллеги.</translation>
    </message>
    <message>
        <source>Take the search of --file into the project.</source>
        <translation>Взять поиск из --file в проект.</translation>
    </message>
    <message>
        <source>With --take: also its proxies, addresses and haste; it tells which.</source>
        <translation>Вместе с --take: взять и его прокси, адреса и спешку; будет сказано, какие.</translation>
    </message>
    <message>
        <source>The file of --give and --take.</source>
        <translation>Файл для --give и --take.</translation>
    </message>
    <message>
        <source>No search is saved in this project; --save NAME saves that of its last run.</source>
        <translation>В проекте нет сохранённых поисков; --save ИМЯ сохранит поиск последнего запуска.</translation>
    </message>
    <message>
        <source>Saved as number %1.</source>
        <translation>Сохранено под номером %1.</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Не взято: %1</translation>
    </message>
    <message>
        <source>“%1” has no schedule; --save gives it one.</source>
        <translation>У поиска «%1» нет расписания; его задаёт --save.</translation>
    </message>
    <message>
        <source>The system&apos;s scheduler sees no keychain: an access token must stand in a file that only you can read (mode 0600), named by --token-file.</source>
        <translation>Планировщику системы не видна связка ключей: токен доступа должен лежать в файле, который можете читать только вы (права 0600); его называет --token-file.</translation>
    </message>
    <message>
        <source>With --save: that file, and what is said of the run, tell only what is new (of a crawl what is newly broken or mended).</source>
        <translation>Вместе с --save: в этом файле и в сообщении о запуске — только новое (у обхода — что стало недоступно или исправлено).</translation>
    </message>
</context>
<context>
    <name>linnet::cli::SourcesCommand</name>
    <message>
        <source>Sources of vacancies: their terms (list), whether they answer as they are read (test).</source>
        <translation>Источники вакансий: их условия (list), отвечают ли они так, как их читают (test).</translation>
    </message>
    <message>
        <source>Usage: linnet-cli sources list | test [options]; --help with each</source>
        <translation>Использование: linnet-cli sources list | test [параметры]; --help у каждого</translation>
    </message>
    <message>
        <source>Lists the sources of vacancies with their terms.</source>
        <translation>Перечисляет источники вакансий с их условиями.</translation>
    </message>
    <message>
        <source>Asks each source for one page and says whether it answers as Linnet reads it.</source>
        <translation>Запрашивает у каждого источника одну страницу и говорит, отвечает ли он так, как его читает Linnet.</translation>
    </message>
    <message>
        <source>A source; may be repeated. Without any all that need no token.</source>
        <translation>Источник; можно повторять. Без него — все, которым не нужен токен.</translation>
    </message>
    <message>
        <source>A company for the source boards, such as greenhouse:NAME or its address.</source>
        <translation>Компания для источника boards, например greenhouse:NAME или её адрес.</translation>
    </message>
    <message>
        <source>Asks this address in place of a source&apos;s own, as ID=URL; may be repeated.</source>
        <translation>Спрашивает этот адрес вместо собственного адреса источника, в виде ID=URL; можно повторять.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::StatsCommand</name>
    <message>
        <source>Counts, shares and medians over a table of a project.</source>
        <translation>Количества, доли и медианы по таблице проекта.</translation>
    </message>
    <message>
        <source>The project file.</source>
        <translation>Файл проекта.</translation>
    </message>
    <message>
        <source>Count by the values of a column, or of two; lists by their items. Without it all rows are one group.</source>
        <translation>Считать по значениям одного столбца или двух; списки — по их пунктам. Без него все строки — одна группа.</translation>
    </message>
    <message>
        <source>Also quantiles and mean of the numbers of a column: pay is what compares, a month before tax by the rules of the project.</source>
        <translation>Также квантили и среднее чисел столбца: pay — сравнимая оплата, за месяц до вычета налога по правилам проекта.</translation>
    </message>
    <message>
        <source>Instead: what goes with each value or item of a column, the medians of rows with and without it; of --measure, else of pay.</source>
        <translation>Вместо этого: что сопутствует каждому значению или пункту столбца — медианы строк с ним и без него; по --measure, иначе по pay.</translation>
    </message>
    <message>
        <source>Only the most frequent so many; 0 = all.</source>
        <translation>Только столько самых частых; 0 — все.</translation>
    </message>
    <message>
        <source>A table of rules of pay (rule,for,since,value,source) over those of the program, instead of the project&apos;s own.</source>
        <translation>Таблица правил оплаты (rule,for,since,value,source) поверх правил программы, вместо правил проекта.</translation>
    </message>
    <message>
        <source>With --premium also the difference among rows that have the same in these columns, weighted by the rows that have the value, with the interval in which 95 % of drawings anew lie.</source>
        <translation>Вместе с --premium: ещё и разница среди строк, одинаковых в этих столбцах, взвешенная по строкам с этим значением, и промежуток, в который попадают 95 % повторных выборок.</translation>
    </message>
    <message>
        <source>With --by and --where also the share in all rows of the runs, the ratio of both shares, and whether they differ beyond chance (log-likelihood above 10.83, p &lt; 0.001, and at least five rows).</source>
        <translation>Вместе с --by и --where также доля во всех строках запусков, отношение обеих долей и отличаются ли они не случайно (логарифм правдоподобия больше 10,83, p &lt; 0,001, и не меньше пяти строк).</translation>
    </message>
    <message>
        <source>Instead: which two items of a list stand together in rows, or which item of one column with which of another (of each the 2,048 most frequent), and how many times as often as if they had nothing to do with each other (lift), among rows that have any item, of both.</source>
        <translation>Вместо этого: какие два значения списка стоят вместе в строках или какое значение одного столбца с каким значением другого (из каждого по 2048 самых частых), и во сколько раз чаще, чем если бы они не были связаны (lift), среди строк, где есть хоть одно значение, для двух столбцов — оба.</translation>
    </message>
    <message>
        <source>Of how many rows these columns are filled, by the values of --by, such as source; all = all of them.</source>
        <translation>В скольких строках эти столбцы заполнены, по значениям --by, например source; all = все столбцы.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::StoredRunOptions</name>
    <message>
        <source>No progress.</source>
        <translation>Не показывать ход работы.</translation>
    </message>
    <message>
        <source>Write messages to FILE as well.</source>
        <translation>Писать сообщения и в FILE.</translation>
    </message>
</context>
<context>
    <name>linnet::cli::TokenOptions</name>
    <message>
        <source>File with the source&apos;s access token (or variable %1).</source>
        <translation>Файл с токеном доступа к источнику (или переменная %1).</translation>
    </message>
</context>
<context>
    <name>linnet::cli::VacanciesCommand</name>
    <message>
        <source>Search job vacancies and read the details of each.</source>
        <translation>Искать вакансии и читать подробности каждой.</translation>
    </message>
    <message>
        <source>Where to look: name, company, description or any.</source>
        <translation>Где искать: name (название), company (компания), description (описание) или any (везде).</translation>
    </message>
    <message>
        <source>Leave out vacancies with one of these words (comma between them).</source>
        <translation>Пропускать вакансии с любым из этих слов (через запятую).</translation>
    </message>
    <message>
        <source>The source&apos;s number of a professional role; may be repeated.</source>
        <translation>Номер профессиональной роли в источнике; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>At least this much a month.</source>
        <translation>Не меньше этой суммы в месяц.</translation>
    </message>
    <message>
        <source>Currency of the salary, such as RUR.</source>
        <translation>Валюта зарплаты, например RUR.</translation>
    </message>
    <message>
        <source>Only vacancies that name a salary.</source>
        <translation>Только вакансии с указанной зарплатой.</translation>
    </message>
    <message>
        <source>Published in the last DAYS days, 1 to 30.</source>
        <translation>Опубликованные за последние DAYS дней, от 1 до 30.</translation>
    </message>
    <message>
        <source>Published on this day or later.</source>
        <translation>Опубликованные в этот день или позже.</translation>
    </message>
    <message>
        <source>Published on this day or earlier.</source>
        <translation>Опубликованные в этот день или раньше.</translation>
    </message>
    <message>
        <source>Pages of 100 to read; 0 = all that can be reached.</source>
        <translation>Сколько страниц по 100 вакансий прочитать; 0 — все доступные.</translation>
    </message>
    <message>
        <source>Only what the listing says: quick, without descriptions and skills.</source>
        <translation>Только то, что есть в списке: быстро, без описаний и навыков.</translation>
    </message>
    <message>
        <source>Leave out vacancies whose details could not be read.</source>
        <translation>Пропускать вакансии, подробности которых не удалось прочитать.</translation>
    </message>
    <message>
        <source>One of %1; may be repeated.</source>
        <translation>Один из: %1; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>What to look for; nothing = everything in the area. Repeated: one search for each.</source>
        <translation>Что искать; ничего = всё в регионе. Если указать несколько раз — отдельный поиск для каждого.</translation>
    </message>
    <message>
        <source>The source&apos;s number of a region; may be repeated. With several sources numbers of hh.ru, or SOURCE:ID.</source>
        <translation>Номер региона в этом источнике; можно указать несколько раз. Для нескольких источников — номера hh.ru или ИСТОЧНИК:НОМЕР.</translation>
    </message>
    <message>
        <source>Only ask how many vacancies there are: one request for each search, and how many requests and seconds the whole would take.</source>
        <translation>Только узнать, сколько есть вакансий: один запрос на каждый поиск, и сколько запросов и секунд займёт всё.</translation>
    </message>
    <message>
        <source>Another root of the source&apos;s API; with several sources SOURCE=URL.</source>
        <translation>Другой корневой адрес API источника; при нескольких источниках — ИСТОЧНИК=URL.</translation>
    </message>
    <message>
        <source>The number of an industry at hh.ru, such as 7 or 7.541; may be repeated.</source>
        <translation>Номер отрасли на hh.ru, например 7 или 7.541; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>Whose pages the links lead to, one of %1; the ads are the same.</source>
        <translation>На чьи страницы ведут ссылки, один из: %1; объявления те же.</translation>
    </message>
    <message>
        <source>Also the contacts of persons, where an ad shows them. They are personal data: keep them for your purpose only, and pass them to nobody.</source>
        <translation>Ещё и контакты людей, если они указаны в объявлении. Это персональные данные: храните их только для своей цели и никому не передавайте.</translation>
    </message>
    <message>
        <source>Columns that are not used: %1</source>
        <translation>Столбцы, которые не нужны: %1</translation>
    </message>
    <message>
        <source>Line %1 repeats line %2; it is asked once.</source>
        <translation>Строка %1 повторяет строку %2; поиск спрашивается один раз.</translation>
    </message>
    <message>
        <source>Line %1 repeats a --text; it is asked once.</source>
        <translation>Строка %1 повторяет --text; поиск спрашивается один раз.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more repeated line(s).</source>
        <translation>
            <numerusform>… и ещё %n повторяющаяся строка.</numerusform>
            <numerusform>… и ещё %n повторяющиеся строки.</numerusform>
            <numerusform>… и ещё %n повторяющихся строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>строка %1</translation>
    </message>
    <message>
        <source>no search in the list</source>
        <translation>в списке нет ни одного поиска</translation>
    </message>
    <message>
        <source>The number of an employer at hh.ru, such as 1455, or a company&apos;s board for the source boards, such as greenhouse:NAME or its address; may be repeated.</source>
        <translation>Номер работодателя на hh.ru, например 1455, или страница компании для источника boards, например greenhouse:NAME или её адрес; можно повторять.</translation>
    </message>
</context>
<context>
    <name>linnet::draw::ChartNumbers</name>
    <message>
        <source>%1bn</source>
        <extracomment>A billion, 10^9, behind a number on an axis.</extracomment>
        <translation>%1 млрд</translation>
    </message>
    <message>
        <source>%1M</source>
        <extracomment>A million behind a number on an axis.</extracomment>
        <translation>%1 млн</translation>
    </message>
    <message>
        <source>%1k</source>
        <extracomment>A thousand behind a number on an axis.</extracomment>
        <translation>%1 тыс.</translation>
    </message>
</context>
<context>
    <name>linnet::draw::ChartTable</name>
    <message>
        <source>Group</source>
        <translation>Группа</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Меньше</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Известно</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Широта</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Долгота</translation>
    </message>
    <message>
        <source>Known, %1</source>
        <translation>Известно, %1</translation>
    </message>
</context>
<context>
    <name>linnet::draw::ChartWords</name>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 из %3</translation>
    </message>
    <message>
        <source>%1, known for %2</source>
        <translation>%1, известно у %2</translation>
    </message>
    <message>
        <source>The first of %1 groups are shown.</source>
        <translation>Показаны первые из %1 групп.</translation>
    </message>
    <message>
        <source>n, %1</source>
        <translation>n, %1</translation>
    </message>
    <message>
        <source>%1 (n = %2)</source>
        <translation>%1 (n = %2)</translation>
    </message>
    <message numerus="yes">
        <source>and %1 other(s)</source>
        <translation>
            <numerusform>и ещё %1</numerusform>
            <numerusform>и ещё %1</numerusform>
            <numerusform>и ещё %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2: %3)</source>
        <translation>%1 (%2: %3)</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>медиана %1</translation>
    </message>
    <message>
        <source>There is nothing to draw: no value is known.</source>
        <translation>Показать нечего: ни одно значение не известно.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>меньше %1</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 и больше</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>p10</source>
        <translation>p10</translation>
    </message>
    <message>
        <source>p25</source>
        <translation>p25</translation>
    </message>
    <message>
        <source>p75</source>
        <translation>p75</translation>
    </message>
    <message>
        <source>p90</source>
        <translation>p90</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>known: %1</source>
        <translation>известно: %1</translation>
    </message>
    <message>
        <source>too few known values</source>
        <translation>слишком мало известных значений</translation>
    </message>
    <message>
        <source>few values: read with care</source>
        <translation>мало значений: судить осторожно</translation>
    </message>
    <message>
        <source>p10 to p90</source>
        <translation>p10 – p90</translation>
    </message>
    <message>
        <source>p25 to p75, the middle half</source>
        <translation>p25 – p75, средняя половина</translation>
    </message>
    <message>
        <source>median</source>
        <translation>медиана</translation>
    </message>
</context>
<context>
    <name>linnet::exports</name>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>CSV for Excel, Russian</source>
        <translation>CSV для Excel (рус.)</translation>
    </message>
    <message>
        <source>Opens with a double click where Excel is set to Russian: semicolons, decimal comma</source>
        <translation>Открывается двойным щелчком в русском Excel: точки с запятой, десятичная запятая</translation>
    </message>
    <message>
        <source>CSV for Excel, English</source>
        <translation>CSV для Excel (англ.)</translation>
    </message>
    <message>
        <source>Opens with a double click where Excel is set to English: commas, decimal point</source>
        <translation>Открывается двойным щелчком в английском Excel: запятые, десятичная точка</translation>
    </message>
    <message>
        <source>CSV for programs</source>
        <translation>CSV для программ</translation>
    </message>
    <message>
        <source>RFC 4180, UTF-8, values exactly as stored: pandas, R, databases</source>
        <translation>RFC 4180, UTF-8, значения точно как в проекте: pandas, R, базы данных</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>Tab-separated text, values exactly as stored</source>
        <translation>Текст с табуляциями, значения точно как в проекте</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>One array of objects, one object per row</source>
        <translation>Один массив объектов, по объекту на строку</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>One object per line, for streams and large files</source>
        <translation>По объекту в строке, для потоков и больших файлов</translation>
    </message>
    <message>
        <source>GEXF</source>
        <translation>GEXF</translation>
    </message>
    <message>
        <source>A map of links for Gephi: each page is a dot with its title and status, each link a line between two dots</source>
        <translation>Карта ссылок для Gephi: страница — точка с заголовком и статусом, ссылка — линия между двумя точками</translation>
    </message>
    <message>
        <source>GraphML</source>
        <translation>GraphML</translation>
    </message>
    <message>
        <source>The same map of links for yEd, igraph, NetworkX and R</source>
        <translation>Та же карта ссылок для yEd, igraph, NetworkX и R</translation>
    </message>
    <message>
        <source>DOT</source>
        <translation>DOT</translation>
    </message>
    <message>
        <source>The same map of links for Graphviz, which draws it as a picture</source>
        <translation>Та же карта ссылок для Graphviz, который нарисует её</translation>
    </message>
    <message>
        <source>Sitemap</source>
        <translation>Карта сайта</translation>
    </message>
    <message>
        <source>sitemap.xml for search engines: the pages of the site that they may list</source>
        <translation>sitemap.xml для поисковиков: страницы сайта, которые им можно показывать</translation>
    </message>
    <message>
        <source>HAR</source>
        <translation>HAR</translation>
    </message>
    <message>
        <source>HTTP archive, which the developer tools of browsers open</source>
        <translation>HTTP-архив: его открывают инструменты разработчика в браузерах</translation>
    </message>
    <message>
        <source>Workbook (.xlsx): numbers stay numbers, texts stay texts, with a summary and a sheet about the data</source>
        <translation>Книга (.xlsx): числа остаются числами, тексты — текстами; есть сводка и лист о данных</translation>
    </message>
</context>
<context>
    <name>linnet::exports::CsvWriter</name>
    <message numerus="yes">
        <source>%n text(s) longer than the 32,767 characters of an Excel cell were cut; the project and the standard form of CSV keep them whole.</source>
        <translation>
            <numerusform>%n текст длиннее 32 767 знаков, которые вмещает ячейка Excel, обрезан; в проекте и в обычном CSV он цел.</numerusform>
            <numerusform>%n текста длиннее 32 767 знаков, которые вмещает ячейка Excel, обрезаны; в проекте и в обычном CSV они целы.</numerusform>
            <numerusform>%n текстов длиннее 32 767 знаков, которые вмещает ячейка Excel, обрезаны; в проекте и в обычном CSV они целы.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n text(s) control characters that Excel cannot read were left out.</source>
        <translation>
            <numerusform>В %n тексте пропущены управляющие знаки, которые Excel не может прочесть.</numerusform>
            <numerusform>В %n текстах пропущены управляющие знаки, которые Excel не может прочесть.</numerusform>
            <numerusform>В %n текстах пропущены управляющие знаки, которые Excel не может прочесть.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) begin like a formula; an apostrophe before them keeps Excel from calculating. Excel workbooks and the standard form of CSV keep them as they are.</source>
        <translation>
            <numerusform>%n текст начинается как формула; перед ним поставлен апостроф, чтобы Excel его не вычислял. В книге Excel и в обычном CSV он остаётся без изменений.</numerusform>
            <numerusform>%n текста начинаются как формулы; перед ними поставлен апостроф, чтобы Excel их не вычислял. В книге Excel и в обычном CSV они остаются без изменений.</numerusform>
            <numerusform>%n текстов начинаются как формулы; перед ними поставлен апостроф, чтобы Excel их не вычислял. В книге Excel и в обычном CSV они остаются без изменений.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::exports::ExportJob</name>
    <message numerus="yes">
        <source>%n row(s) are no longer in the project and were left out.</source>
        <translation>
            <numerusform>%n строки больше нет в проекте, она пропущена.</numerusform>
            <numerusform>%n строк больше нет в проекте, они пропущены.</numerusform>
            <numerusform>%n строк больше нет в проекте, они пропущены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sitemap is divided into %n file(s); put all of them at %1.</source>
        <translation>
            <numerusform>Карта сайта разделена на %n файл; положите его в %1.</numerusform>
            <numerusform>Карта сайта разделена на %n файла; положите их все в %1.</numerusform>
            <numerusform>Карта сайта разделена на %n файлов; положите их все в %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::exports::XlsxWriter</name>
    <message>
        <source>… (full text in the project)</source>
        <translation>… (полный текст в проекте)</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>About this data</source>
        <translation>Об этих данных</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) longer than the 32,767 characters of an Excel cell were cut; the project keeps them whole, and CSV and JSON can hold them.</source>
        <translation>
            <numerusform>%n текст длиннее 32 767 знаков, которые вмещает ячейка Excel, и поэтому обрезан; в проекте он хранится целиком, CSV и JSON тоже его вместят.</numerusform>
            <numerusform>%n текста длиннее 32 767 знаков, которые вмещает ячейка Excel, и поэтому обрезаны; в проекте они хранятся целиком, CSV и JSON тоже их вместят.</numerusform>
            <numerusform>%n текстов длиннее 32 767 знаков, которые вмещает ячейка Excel, и поэтому обрезаны; в проекте они хранятся целиком, CSV и JSON тоже их вместят.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rows stand on %n sheet(s), because one sheet of Excel cannot hold them all.</source>
        <translation>
            <numerusform>Строки разделены на %n лист, потому что на одном листе Excel они не помещаются.</numerusform>
            <numerusform>Строки разделены на %n листа, потому что на одном листе Excel они не помещаются.</numerusform>
            <numerusform>Строки разделены на %n листов, потому что на одном листе Excel они не помещаются.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n cell(s) characters that an Excel file cannot hold were left out or replaced.</source>
        <translation>
            <numerusform>В %n ячейке убраны или заменены знаки, которых не может быть в файле Excel.</numerusform>
            <numerusform>В %n ячейках убраны или заменены знаки, которых не может быть в файле Excel.</numerusform>
            <numerusform>В %n ячейках убраны или заменены знаки, которых не может быть в файле Excel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Сводка</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Ошибки</translation>
    </message>
</context>
<context>
    <name>linnet::gui::AboutDialog</name>
    <message>
        <source>About Linnet</source>
        <translation>О программе Linnet</translation>
    </message>
    <message>
        <source>Linnet %1</source>
        <translation>Linnet %1</translation>
    </message>
    <message>
        <source>Collects job vacancies politely and turns them into tables and files that Excel opens correctly. Everything stays on this computer; nothing is reported to anybody.</source>
        <translation>Бережно собирает вакансии и превращает их в таблицы и файлы, которые Excel открывает правильно. Всё остаётся на этом компьютере; никому ничего не сообщается.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Свободная программа под лицензией GNU General Public License версии 3 или новее. Поставляется без каких-либо гарантий.</translation>
    </message>
    <message>
        <source>Licences of others…</source>
        <translation>Лицензии других авторов…</translation>
    </message>
    <message>
        <source>Copy report…</source>
        <translation>Скопировать отчёт…</translation>
    </message>
    <message>
        <source>Linnet %1 is there…</source>
        <translation>Вышел Linnet %1…</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ActivityPage</name>
    <message>
        <source>No server is being asked just now. Those of a run under way stand here, and each can be paused or slowed down.</source>
        <translation>Сейчас ни один сервер не опрашивается. Во время работы серверы стоят здесь, и каждый можно приостановить или замедлить.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Запросы</translation>
    </message>
    <message>
        <source>No request was made yet.</source>
        <translation>Запросов ещё не было.</translation>
    </message>
    <message>
        <source>Open the address</source>
        <translation>Открыть адрес</translation>
    </message>
    <message>
        <source>Waterfall</source>
        <translation>Водопад</translation>
    </message>
    <message>
        <source>Save as HAR…</source>
        <translation>Сохранить как HAR…</translation>
    </message>
    <message>
        <source>All requests of this run as a HTTP archive, which browsers&apos; developer tools open</source>
        <translation>Все запросы этого запуска как архив HTTP: его открывают инструменты разработчика в браузерах</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Серверы</translation>
    </message>
    <message>
        <source>Its own pace</source>
        <translation>Свой темп</translation>
    </message>
    <message>
        <source>as the run says</source>
        <translation>как у запуска</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>В работе</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Запросов в секунду</translation>
    </message>
    <message>
        <source>Retries a second</source>
        <translation>Повторов в секунду</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Продолжить с ним</translation>
    </message>
    <message>
        <source>Pause it</source>
        <translation>Приостановить</translation>
    </message>
    <message>
        <source>Save the requests</source>
        <translation>Сохранение запросов</translation>
    </message>
    <message>
        <source>HTTP archive (*.har)</source>
        <translation>Архив HTTP (*.har)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) saved to %1.</source>
        <translation>
            <numerusform>%Ln запрос сохранён в %1.</numerusform>
            <numerusform>%Ln запроса сохранено в %1.</numerusform>
            <numerusform>%Ln запросов сохранено в %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests of “%1”</source>
        <translation>Запросы: «%1»</translation>
    </message>
</context>
<context>
    <name>linnet::gui::AuditBookDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Обзор…</translation>
    </message>
    <message>
        <source>&amp;Write workbook</source>
        <translation>&amp;Записать книгу</translation>
    </message>
    <message>
        <source>Workbook of findings</source>
        <translation>Книга находок</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>находки</translation>
    </message>
    <message>
        <source>%1 findings</source>
        <comment>file name: site</comment>
        <translation>%1 — находки</translation>
    </message>
    <message numerus="yes">
        <source>An Excel workbook to hand over: an overview of %Ln finding(s), the worst first, with why each matters and how to fix it, and a sheet with the pages of each.</source>
        <translation>
            <numerusform>Книга Excel, которую можно отдать: обзор %Ln находки — сначала худшее, почему это важно и как исправить — и для каждой лист с её страницами.</numerusform>
            <numerusform>Книга Excel, которую можно отдать: обзор %Ln находок — сначала худшее, почему это важно и как исправить — и для каждой лист с её страницами.</numerusform>
            <numerusform>Книга Excel, которую можно отдать: обзор %Ln находок — сначала худшее, почему это важно и как исправить — и для каждой лист с её страницами.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Файл:</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Progress of the workbook</source>
        <translation>Ход записи книги</translation>
    </message>
    <message>
        <source>Workbook to</source>
        <translation>Книга в файл</translation>
    </message>
    <message>
        <source>The name of the file ends with .xlsx.</source>
        <translation>Имя файла должно кончаться на .xlsx.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::AuditRulesDialog</name>
    <message>
        <source>Rules of the audit</source>
        <translation>Правила аудита</translation>
    </message>
    <message>
        <source>The rules that the project keeps cannot be read: %1. These are the built-in ones.</source>
        <translation>Правила, сохранённые в проекте, не читаются: %1. Здесь показаны встроенные.</translation>
    </message>
    <message>
        <source>Find a rule</source>
        <translation>Найти правило</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>About the chosen rule</source>
        <translation>О выбранном правиле</translation>
    </message>
    <message>
        <source>&amp;Add a rule…</source>
        <translation>&amp;Добавить правило…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Изменить…</translation>
    </message>
    <message>
        <source>Name, filter and texts of a rule of your own</source>
        <translation>Имя, фильтр и тексты своего правила</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>Rules of a file, as “audit --rules” reads them, take the place of these</source>
        <translation>Правила из файла, какой читает «audit --rules», займут место этих</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Сохранить…</translation>
    </message>
    <message>
        <source>What differs from the built-in rules, for a colleague or for “audit --rules”</source>
        <translation>Всё, что отличается от встроенных правил: для коллеги или для «audit --rules»</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Убрать</translation>
    </message>
    <message>
        <source>As &amp;built in</source>
        <translation>&amp;Как встроено</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out, and gone when you press OK: %1</source>
        <translation>Пропущено и исчезнет, если нажать «OK»: %1</translation>
    </message>
    <message>
        <source>This is no file of rules: %1</source>
        <translation>Это не файл правил: %1</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Файл не удалось записать: %1</translation>
    </message>
    <message>
        <source>Open rules</source>
        <translation>Открыть правила</translation>
    </message>
    <message>
        <source>Rules (*.json)</source>
        <translation>Правила (*.json)</translation>
    </message>
    <message>
        <source>Save the rules</source>
        <translation>Сохранить правила</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>Change the rules of the audit</source>
        <translation>Изменение правил аудита</translation>
    </message>
    <message>
        <source>Says something only of a crawl that came to its end and read a sitemap.</source>
        <translation>Срабатывает только для обхода, который дошёл до конца и прочитал карту сайта.</translation>
    </message>
    <message>
        <source>Says something only where a sitemap was read.</source>
        <translation>Срабатывает только там, где прочитана карта сайта.</translation>
    </message>
    <message>
        <source>Says something only where no proxy stood between.</source>
        <translation>Срабатывает только там, где запросы шли не через прокси.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation>На что смотрит</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>{n} stands for the number: %1.</source>
        <translation>{n} — это число: %1.</translation>
    </message>
    <message>
        <source>Called in files</source>
        <translation>Имя в файлах</translation>
    </message>
    <message>
        <source>Says something only of a crawl that asked all addresses it found.</source>
        <translation>Говорит что-то только об обходе, который запросил все найденные адреса.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::Banner</name>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Скрыть это сообщение</translation>
    </message>
</context>
<context>
    <name>linnet::gui::BypassDialog</name>
    <message>
        <source>Hosts asked directly</source>
        <translation>Узлы, запрашиваемые напрямую</translation>
    </message>
    <message>
        <source>&amp;Hosts that see your own address, as the proxies are passed by:</source>
        <translation>&amp;Узлы, которые видят ваш собственный адрес: к ним мимо прокси:</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>Взять</translation>
    </message>
    <message>
        <source>One a line: names with their subdomains, addresses, networks. When this is empty everything goes through the proxies, addresses of this computer too.</source>
        <translation>По одному в строке: имена вместе с поддоменами, адреса, сети. Когда здесь пусто, всё идёт через прокси, адреса этого компьютера тоже.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::CellMenu</name>
    <message>
        <source>Copy rows</source>
        <translation>Копировать строки</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Копировать ячейку</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Открыть в браузере</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Столбцы…</translation>
    </message>
    <message>
        <source>Only rows without this value</source>
        <translation>Только строки без этого значения</translation>
    </message>
    <message>
        <source>Only rows with this value</source>
        <translation>Только строки с этим значением</translation>
    </message>
    <message>
        <source>Only “%1”</source>
        <translation>Только «%1»</translation>
    </message>
    <message>
        <source>All but “%1”</source>
        <translation>Все, кроме «%1»</translation>
    </message>
    <message>
        <source>Only rows with</source>
        <translation>Только строки, где есть</translation>
    </message>
    <message>
        <source>Only rows without</source>
        <translation>Только строки, где нет</translation>
    </message>
    <message>
        <source>Sort by %1, ascending</source>
        <translation>Сортировать: «%1», по возрастанию</translation>
    </message>
    <message>
        <source>Sort by %1, descending</source>
        <translation>Сортировать: «%1», по убыванию</translation>
    </message>
    <message>
        <source>Order of arrival</source>
        <translation>В порядке получения</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChangesView</name>
    <message>
        <source>Nothing changed.</source>
        <translation>Ничего не изменилось.</translation>
    </message>
    <message>
        <source>The comparison was stopped.</source>
        <translation>Сравнение остановлено.</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Сравнение с</translation>
    </message>
    <message>
        <source>The earlier run</source>
        <translation>Прежний запуск</translation>
    </message>
    <message>
        <source>The run that this one is compared with</source>
        <translation>Запуск, с которым сравнивается этот</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Остановить сравнение</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Ход сравнения</translation>
    </message>
    <message>
        <source>%1 (run %2)</source>
        <translation>%1 (запуск %2)</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Идёт сравнение…</translation>
    </message>
    <message>
        <source>The rows of both runs are being read.</source>
        <translation>Читаются строки обоих запусков.</translation>
    </message>
    <message>
        <source>Choose a run above to compare again.</source>
        <translation>Чтобы сравнить снова, выберите запуск вверху.</translation>
    </message>
    <message>
        <source>There is nothing to compare with yet.</source>
        <translation>Сравнивать пока не с чем.</translation>
    </message>
    <message>
        <source>Run it once more: then this page tells what is new, gone or different.</source>
        <translation>Запустите ещё раз: тогда здесь будет видно, что появилось, исчезло или стало другим.</translation>
    </message>
    <message>
        <source>Confirm gone</source>
        <translation>Проверить исчезнувшие</translation>
    </message>
    <message>
        <source>Ask the source for the ads that are gone or were not seen, and for nothing else: is each still open, archived, or not found any more?</source>
        <translation>Спросить у источника только те объявления, которые исчезли или не встретились: открыто ли каждое, в архиве ли оно или его больше нет?</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChartPanel</name>
    <message>
        <source>Copy chart</source>
        <translation>Копировать график</translation>
    </message>
    <message>
        <source>Copy its data</source>
        <translation>Копировать его данные</translation>
    </message>
    <message>
        <source>Save chart as…</source>
        <translation>Сохранить график как…</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Показать таблицей</translation>
    </message>
    <message>
        <source>Nothing was copied. %1</source>
        <translation>Ничего не скопировано. %1</translation>
    </message>
    <message>
        <source>Chart copied.</source>
        <translation>График скопирован.</translation>
    </message>
    <message numerus="yes">
        <source>Copied the chart&apos;s data: %Ln row(s).</source>
        <translation>
            <numerusform>Данные графика скопированы: %Ln строка.</numerusform>
            <numerusform>Данные графика скопированы: %Ln строки.</numerusform>
            <numerusform>Данные графика скопированы: %Ln строк.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChartSaver</name>
    <message>
        <source>chart</source>
        <translation>график</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Сохранить график</translation>
    </message>
    <message>
        <source>Picture, PNG (*.png)</source>
        <translation>Картинка, PNG (*.png)</translation>
    </message>
    <message>
        <source>Drawing that scales, SVG (*.svg)</source>
        <translation>Рисунок без потери резкости, SVG (*.svg)</translation>
    </message>
    <message>
        <source>Page, PDF (*.pdf)</source>
        <translation>Страница, PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Its data, %1 (*.%2)</source>
        <translation>Его данные, %1 (*.%2)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Сохранено как %1.</translation>
    </message>
    <message>
        <source>The chart was not saved. %1</source>
        <translation>График не сохранён. %1</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChartView</name>
    <message numerus="yes">
        <source>%Ln group(s). The arrow keys tell one after the other, Return filters by it.</source>
        <translation>
            <numerusform>%Ln группа. Стрелки называют одну за другой, Enter отбирает по ней.</numerusform>
            <numerusform>%Ln группы. Стрелки называют одну за другой, Enter отбирает по ней.</numerusform>
            <numerusform>%Ln групп. Стрелки называют одну за другой, Enter отбирает по ней.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChecksForm</name>
    <message>
        <source>From a file…</source>
        <translation>Из файла…</translation>
    </message>
    <message>
        <source>add https:// where it is missing</source>
        <translation>добавлять https://, где его нет</translation>
    </message>
    <message>
        <source>Addresses to check</source>
        <translation>Адреса для проверки</translation>
    </message>
    <message>
        <source>Addresses, one a line. Text or a file can be dropped here.</source>
        <translation>Адреса, по одному в строке. Сюда можно перетащить текст или файл.</translation>
    </message>
    <message>
        <source>the whole page (GET)</source>
        <translation>страница целиком (GET)</translation>
    </message>
    <message>
        <source>headers only (HEAD)</source>
        <translation>только заголовки (HEAD)</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>Что запрашивается</translation>
    </message>
    <message>
        <source>first </source>
        <comment>before a number of characters</comment>
        <translation>первые </translation>
    </message>
    <message>
        <source> characters</source>
        <comment>after a number</comment>
        <translation> символов</translation>
    </message>
    <message>
        <source>How much of the text is kept</source>
        <translation>Сколько текста сохранять</translation>
    </message>
    <message>
        <source>How Linnet introduces itself</source>
        <translation>Как Linnet представляется</translation>
    </message>
    <message>
        <source>How Linnet introduces itself to the servers (User-Agent)</source>
        <translation>Как Linnet представляется серверам (User-Agent)</translation>
    </message>
    <message>
        <source>How fast one site is asked</source>
        <translation>Как часто спрашивать один сайт</translation>
    </message>
    <message>
        <source>Compare: one by one or all at once</source>
        <translation>Сравнить: по одному или все сразу</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n раз</numerusform>
            <numerusform>%n раза</numerusform>
            <numerusform>%n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch: again and again, and say what changed</source>
        <translation>Следить: снова и снова, и говорить, что изменилось</translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>каждую %n минуту</numerusform>
            <numerusform>каждые %n минуты</numerusform>
            <numerusform>каждые %n минут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>каждый %n час</numerusform>
            <numerusform>каждые %n часа</numerusform>
            <numerusform>каждые %n часов</numerusform>
        </translation>
    </message>
    <message>
        <source>Strictly one after another</source>
        <translation>Строго один за другим</translation>
    </message>
    <message>
        <source>More ways to check</source>
        <translation>Другие способы проверки</translation>
    </message>
    <message>
        <source>Compare, watch, one after another</source>
        <translation>Сравнить, следить, по очереди</translation>
    </message>
    <message>
        <source>Addresses from a file</source>
        <translation>Адреса из файла</translation>
    </message>
    <message>
        <source>Lists and tables (*.txt *.csv *.tsv *.lst)</source>
        <translation>Списки и таблицы (*.txt *.csv *.tsv *.lst)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Before this computer, addresses in numbers and hosts with a port of their own it is http://</source>
        <translation>Перед этим компьютером, цифровыми адресами и узлами со своим портом ставится http://</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChecksPage</name>
    <message>
        <source>One by one or all at once</source>
        <translation>По одному или все сразу</translation>
    </message>
    <message>
        <source>Check the failed ones again</source>
        <translation>Проверить неудачные ещё раз</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChecksPresenter</name>
    <message numerus="yes">
        <source>%Ln address(es)</source>
        <translation>
            <numerusform>%Ln адрес</numerusform>
            <numerusform>%Ln адреса</numerusform>
            <numerusform>%Ln адресов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) cannot be taken; the first is line %1: %2</source>
        <translation>
            <numerusform>%Ln строку взять нельзя; это строка %1: %2</numerusform>
            <numerusform>%Ln строки взять нельзя; первая — строка %1: %2</numerusform>
            <numerusform>%Ln строк взять нельзя; первая — строка %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) repeat another one.</source>
        <translation>
            <numerusform>%Ln строка повторяет другую.</numerusform>
            <numerusform>%Ln строки повторяют другие.</numerusform>
            <numerusform>%Ln строк повторяют другие.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type or paste at least one address, such as https://example.org.</source>
        <translation>Введите или вставьте хотя бы один адрес, например https://example.org.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChecksTask</name>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Asks every address of the list (F5)</source>
        <translation>Спрашивает каждый адрес списка (F5)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln результат</numerusform>
            <numerusform>%Ln результата</numerusform>
            <numerusform>%Ln результатов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n проверка</numerusform>
            <numerusform>%n проверки</numerusform>
            <numerusform>%n проверок</numerusform>
        </translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>спрашиваем…</translation>
    </message>
    <message>
        <source>asked: %1 of %2</source>
        <translation>спрошено: %1 из %2</translation>
    </message>
    <message>
        <source>This check was interrupted: %1 are here, the rest was not asked yet.</source>
        <translation>Эта проверка прервана: здесь %1, остальное ещё не спрошено.</translation>
    </message>
    <message>
        <source>The check cannot begin.</source>
        <translation>Проверку нельзя начать.</translation>
    </message>
    <message>
        <source>There was nothing to ask.</source>
        <translation>Спрашивать было нечего.</translation>
    </message>
    <message>
        <source>No address could be asked</source>
        <translation>Ни один адрес не удалось спросить</translation>
    </message>
    <message>
        <source>Nothing checked yet</source>
        <translation>Пока ничего не проверено</translation>
    </message>
    <message>
        <source>Paste addresses above, one a line, drop a file there, and press Check. The menu beside the button compares one by one with all at once, and watches a list.</source>
        <translation>Вставьте адреса выше, по одному в строке, или перетащите туда файл и нажмите «Проверить». Меню рядом с кнопкой сравнивает «по одному» и «все сразу» и следит за списком.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>No row passes.
Clear the filter to see all addresses.</source>
        <translation>Ни одна строка не проходит.
Снимите фильтр, чтобы увидеть все адреса.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Открыть страницу</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Проверки</translation>
    </message>
    <message>
        <source>New check</source>
        <translation>Новая проверка</translation>
    </message>
    <message>
        <source>Whether addresses answer, how fast, and what they say: from a list that you paste or drop, all at once without waiting for the slow ones.</source>
        <translation>Отвечают ли адреса, как быстро и что говорят: по списку, который вы вставите или перетащите, все сразу, не дожидаясь медленных.</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>Проверка %1</translation>
    </message>
    <message>
        <source>%1 · comparison</source>
        <translation>%1 · сравнение</translation>
    </message>
    <message>
        <source>%1 · watched</source>
        <translation>%1 · наблюдение</translation>
    </message>
    <message numerus="yes">
        <source>%Ln address(es) failed, see Problems.</source>
        <translation>
            <numerusform>%Ln адрес не ответил как надо, см. «Проблемы».</numerusform>
            <numerusform>%Ln адреса не ответили как надо, см. «Проблемы».</numerusform>
            <numerusform>%Ln адресов не ответили как надо, см. «Проблемы».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) are no addresses, see Problems.</source>
        <translation>
            <numerusform>%Ln строка — не адрес, см. «Проблемы».</numerusform>
            <numerusform>%Ln строки — не адреса, см. «Проблемы».</numerusform>
            <numerusform>%Ln строк — не адреса, см. «Проблемы».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::Chip</name>
    <message>
        <source>%1
Click to remove this filter</source>
        <translation>%1
Щёлкните, чтобы убрать этот фильтр</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Убрать фильтр %1</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChipBar</name>
    <message>
        <source>Clear all</source>
        <translation>Сбросить всё</translation>
    </message>
    <message>
        <source>Remove all filters (Ctrl+Backspace)</source>
        <translation>Убрать все фильтры (Ctrl+Backspace)</translation>
    </message>
    <message>
        <source>Put all rows in their places now</source>
        <translation>Расставить все строки по местам</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation>Показанные строки</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln строка</numerusform>
            <numerusform>%Ln строки</numerusform>
            <numerusform>%Ln строк</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) changed</source>
        <translation>
            <numerusform>изменена %Ln строка</numerusform>
            <numerusform>изменены %Ln строки</numerusform>
            <numerusform>изменено %Ln строк</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · update</source>
        <translation>%1 · обновить</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new row(s) below, not sorted yet</source>
        <translation>
            <numerusform>%Ln новая строка ниже, ещё не отсортирована</numerusform>
            <numerusform>%Ln новые строки ниже, ещё не отсортированы</numerusform>
            <numerusform>%Ln новых строк ниже, ещё не отсортированы</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Do not sort; show the rows in the order of arrival</source>
        <translation>Не сортировать: показать строки в порядке поступления</translation>
    </message>
    <message numerus="yes">
        <source>Sorting, %Ln second(s)</source>
        <translation>
            <numerusform>Сортировка, %Ln секунда</numerusform>
            <numerusform>Сортировка, %Ln секунды</numerusform>
            <numerusform>Сортировка, %Ln секунд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) more by now</source>
        <translation>
            <numerusform>ещё %Ln строка подходит</numerusform>
            <numerusform>ещё %Ln строки подходят</numerusform>
            <numerusform>ещё %Ln строк подходят</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChoicePopup</name>
    <message>
        <source>Clear</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>Найти в списке</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Nothing chosen: all are taken.</source>
        <translation>Ничего не выбрано: подойдут все.</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>Выбрано: %1</translation>
    </message>
    <message>
        <source>Nothing in the list is called “%1”.</source>
        <translation>В списке нет «%1».</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ClearDataDialog</name>
    <message>
        <source>Recent projects, folders and commands</source>
        <translation>Недавние проекты, папки и команды</translation>
    </message>
    <message>
        <source>The projects themselves stay where they are.</source>
        <translation>Сами проекты остаются на месте.</translation>
    </message>
    <message>
        <source>Layout of the window and of tables</source>
        <translation>Расположение окна и таблиц</translation>
    </message>
    <message>
        <source>Sizes, columns and their order; tables show it from the next start on.</source>
        <translation>Размеры, столбцы и их порядок; в таблицах это видно со следующего запуска.</translation>
    </message>
    <message>
        <source>Names of regions, roles and industries</source>
        <translation>Названия регионов, ролей и отраслей</translation>
    </message>
    <message>
        <source>As sources gave them; they are asked for again when a search needs them.</source>
        <translation>Как их дали источники; когда понадобятся поиску, будут запрошены снова.</translation>
    </message>
    <message>
        <source>Log of the program</source>
        <translation>Журнал программы</translation>
    </message>
    <message>
        <source>Only a report of a fault needs it; it begins anew.</source>
        <translation>Нужен только для отчёта об ошибке; начнётся заново.</translation>
    </message>
    <message>
        <source>Temporary files left behind</source>
        <translation>Оставшиеся временные файлы</translation>
    </message>
    <message>
        <source>By a program that was killed more than a day ago.</source>
        <translation>От программы, которую прервали больше дня назад.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>All are as at first; the terms of sources are to be read again.</source>
        <translation>Все станут как вначале; условия источников придётся прочесть снова.</translation>
    </message>
    <message>
        <source>Tokens of sources</source>
        <translation>Токены источников</translation>
    </message>
    <message>
        <source>In the keychain; the sources are to be connected again.</source>
        <translation>В хранилище паролей; источники придётся подключить снова.</translation>
    </message>
    <message>
        <source>Logins of proxies and sites</source>
        <translation>Логины прокси и сайтов</translation>
    </message>
    <message>
        <source>In the keychain; they are to be typed in again.</source>
        <translation>В хранилище паролей; их придётся ввести снова.</translation>
    </message>
    <message>
        <source>Lists of proxies</source>
        <translation>Списки прокси</translation>
    </message>
    <message>
        <source>With their marks, results of tests and logins.</source>
        <translation>С отметками, результатами проверок и логинами.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s)</source>
        <translation>
            <numerusform>%Ln проект</numerusform>
            <numerusform>%Ln проекта</numerusform>
            <numerusform>%Ln проектов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln запись</numerusform>
            <numerusform>%Ln записи</numerusform>
            <numerusform>%Ln записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s)</source>
        <translation>
            <numerusform>%Ln настройка</numerusform>
            <numerusform>%Ln настройки</numerusform>
            <numerusform>%Ln настроек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln токен</numerusform>
            <numerusform>%Ln токена</numerusform>
            <numerusform>%Ln токенов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln login(s)</source>
        <translation>
            <numerusform>%Ln логин</numerusform>
            <numerusform>%Ln логина</numerusform>
            <numerusform>%Ln логинов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln list(s)</source>
        <translation>
            <numerusform>%Ln список</numerusform>
            <numerusform>%Ln списка</numerusform>
            <numerusform>%Ln списков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln файл</numerusform>
            <numerusform>%Ln файла</numerusform>
            <numerusform>%Ln файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear data</source>
        <translation>Очистить данные</translation>
    </message>
    <message>
        <source>Linnet keeps this on your computer, outside of projects. Projects are never touched, also those that are not saved yet.</source>
        <translation>Это Linnet хранит на вашем компьютере вне проектов. Проекты не затрагиваются никогда, даже ещё не сохранённые.</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Очистить</translation>
    </message>
    <message>
        <source>Remove this for good?</source>
        <translation>Удалить это насовсем?</translation>
    </message>
    <message>
        <source>Nobody can bring it back.</source>
        <translation>Вернуть это будет нельзя.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Removed: %1.</source>
        <translation>Удалено: %1.</translation>
    </message>
    <message>
        <source>Not removed, try again later:</source>
        <translation>Не удалено, попробуйте позже:</translation>
    </message>
    <message>
        <source>There was nothing to remove.</source>
        <translation>Удалять было нечего.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>Найти столбец</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Столбцы таблицы</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>По умолчанию</translation>
    </message>
    <message>
        <source>Order, widths and choice as they were before you changed them</source>
        <translation>Порядок, ширина и набор столбцов, какими они были до ваших изменений</translation>
    </message>
    <message>
        <source>Add columns from a table of yours…</source>
        <translation>Добавить столбцы из своей таблицы…</translation>
    </message>
    <message>
        <source>Populations of regions, your own groups of employers, visits of pages: anything with a column that says the same as one of these</source>
        <translation>Население регионов, ваши группы работодателей, посещения страниц: всё, где есть столбец с теми же значениями, что в одном из этих</translation>
    </message>
    <message>
        <source>From your table &quot;%1&quot;</source>
        <translation>Из вашей таблицы «%1»</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ColumnDialog</name>
    <message>
        <source>Which column holds the addresses?</source>
        <translation>В каком столбце адреса?</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Столбец %1</translation>
    </message>
    <message>
        <source>Take this column</source>
        <translation>Взять этот столбец</translation>
    </message>
    <message>
        <source>&amp;Column:</source>
        <translation>&amp;Столбец:</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Первые строки файла</translation>
    </message>
</context>
<context>
    <name>linnet::gui::CommandPopup</name>
    <message>
        <source>Everything that can be done</source>
        <translation>Всё, что можно сделать</translation>
    </message>
    <message>
        <source>What to do, or where to go</source>
        <translation>Что сделать или куда перейти</translation>
    </message>
    <message>
        <source>Nothing is called “%1”.</source>
        <translation>Ничего с названием «%1» нет.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::CompareDialog</name>
    <message>
        <source>&amp;Other rows of the same search:</source>
        <translation>&amp;Другие строки того же поиска:</translation>
    </message>
    <message>
        <source>The same rows of another &amp;run:</source>
        <translation>Те же строки другого &amp;запуска:</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Сравнить с</translation>
    </message>
    <message>
        <source>all rows; or a filter, as: area = Kazan and has_test = true</source>
        <translation>все строки; или фильтр, например: area = Казань and has_test = true</translation>
    </message>
    <message>
        <source>Filter of the other rows</source>
        <translation>Фильтр других строк</translation>
    </message>
    <message>
        <source>The other run</source>
        <translation>Другой запуск</translation>
    </message>
    <message>
        <source>The project has no other run of this kind.</source>
        <translation>В проекте нет другого запуска этого вида.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>&amp;What is shown, called:</source>
        <translation>Назвать &amp;то, что показано:</translation>
    </message>
    <message>
        <source>The &amp;others, called:</source>
        <translation>Назвать д&amp;ругое:</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>все строки</translation>
    </message>
    <message>
        <source>This is what the table shows already. Change the filter, for example the name of the place.</source>
        <translation>Это таблица уже показывает. Измените фильтр, например название места.</translation>
    </message>
    <message>
        <source>Both sides have the same name. Call one of them something else.</source>
        <translation>У обеих сторон одно название. Назовите одну из них иначе.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ComparisonView</name>
    <message>
        <source>One by one</source>
        <translation>По одному</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Все сразу</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Пока не сравнивали</translation>
    </message>
    <message>
        <source>Compare in the menu beside the main button asks the same list one by one and then all at once, and shows here what that saves.</source>
        <translation>«Сравнить» в меню рядом с главной кнопкой спрашивает тот же список по одному, затем все сразу и показывает здесь, сколько это экономит.</translation>
    </message>
    <message>
        <source>The comparison is under way</source>
        <translation>Сравнение идёт</translation>
    </message>
    <message>
        <source>All at once took %1 instead of %2: %3 % less</source>
        <translation>Все сразу: %1 вместо %2, на %3 % меньше</translation>
    </message>
    <message>
        <source>All at once took %1 instead of %2: %3 % more</source>
        <translation>Все сразу: %1 вместо %2, на %3 % больше</translation>
    </message>
    <message>
        <source>First each address waits for the one before it; then all are asked together.</source>
        <translation>Сначала каждый адрес ждёт предыдущего; затем спрашиваются все вместе.</translation>
    </message>
    <message numerus="yes">
        <source>Medians of %n repetition(s).</source>
        <translation>
            <numerusform>Медиана по %n повторению.</numerusform>
            <numerusform>Медианы по %n повторениям.</numerusform>
            <numerusform>Медианы по %n повторениям.</numerusform>
        </translation>
    </message>
    <message>
        <source>While one site thinks, the others are already asked. The longest answer (%1) sets the time.</source>
        <translation>Пока один сайт думает, остальные уже спрошены. Время задаёт самый долгий ответ (%1).</translation>
    </message>
    <message>
        <source>While one site thinks, the others are already asked. The longest answer (%1) sets the time; the limiter took %2 of it.</source>
        <translation>Пока один сайт думает, остальные уже спрошены. Время задаёт самый долгий ответ (%1); ограничитель занял из него %2.</translation>
    </message>
    <message>
        <source>While one site thinks, the others are already asked. No answer took longer than %1: the pauses before failed requests were tried again set the time.</source>
        <translation>Пока один сайт думает, другие уже опрашиваются. Ни один ответ не занял больше %1: время определили паузы перед повторами неудавшихся запросов.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::Completeness</name>
    <message numerus="yes">
        <source>%Ln address(es) found</source>
        <translation>
            <numerusform>Найден %Ln адрес</numerusform>
            <numerusform>Найдено %Ln адреса</numerusform>
            <numerusform>Найдено %Ln адресов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asked, %2 left out, %3 waiting.</source>
        <translation>запрошено %1, пропущено %2, ждут %3.</translation>
    </message>
    <message>
        <source>Addresses that wait are asked while the crawl goes on. A crawl that was finished early can go on later; it asks nothing twice.</source>
        <translation>Ожидающие адреса будут запрошены по ходу обхода. Завершённый раньше срока обход можно продолжить позже; дважды ничего не запрашивается.</translation>
    </message>
    <message>
        <source>Every address is accounted for. What was left out, and why, stands below; press a line to see its addresses.</source>
        <translation>Учтён каждый адрес. Что пропущено и почему — ниже; нажмите строку, чтобы увидеть её адреса.</translation>
    </message>
    <message>
        <source>Every address that was found was asked: nothing is missing.</source>
        <translation>Запрошен каждый найденный адрес: ничего не упущено.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждут</translation>
    </message>
</context>
<context>
    <name>linnet::gui::CompletenessView</name>
    <message>
        <source>Asked</source>
        <translation>Запрошено</translation>
    </message>
    <message>
        <source>Left out, because</source>
        <translation>Пропущено, потому что</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Подсчёт…</translation>
    </message>
</context>
<context>
    <name>linnet::gui::CrawlForm</name>
    <message>
        <source>any depth</source>
        <translation>любая глубина</translation>
    </message>
    <message numerus="yes">
        <source>%n click(s) deep</source>
        <translation>
            <numerusform>%n переход вглубь</numerusform>
            <numerusform>%n перехода вглубь</numerusform>
            <numerusform>%n переходов вглубь</numerusform>
        </translation>
    </message>
    <message>
        <source>the whole site</source>
        <translation>весь сайт</translation>
    </message>
    <message>
        <source>only their links</source>
        <translation>только их ссылки</translation>
    </message>
    <message>
        <source>Follows links from page to page, until all of the site is read</source>
        <translation>Идёт по ссылкам от страницы к странице, пока не прочитает весь сайт</translation>
    </message>
    <message>
        <source>Reads just the addresses given, and asks where their links lead</source>
        <translation>Читает только заданные адреса и узнаёт, куда ведут их ссылки</translation>
    </message>
    <message>
        <source>this host</source>
        <translation>этот хост</translation>
    </message>
    <message>
        <source>the whole domain</source>
        <translation>весь домен</translation>
    </message>
    <message>
        <source>this folder</source>
        <translation>эта папка</translation>
    </message>
    <message>
        <source>any site</source>
        <translation>любой сайт</translation>
    </message>
    <message>
        <source>obey robots.txt</source>
        <translation>соблюдать robots.txt</translation>
    </message>
    <message>
        <source>the site is mine: ignore robots.txt</source>
        <translation>сайт мой: без robots.txt</translation>
    </message>
    <message>
        <source>The file %1 cannot be read, or it is too large for a list of addresses.</source>
        <translation>Файл %1 не читается или слишком велик для списка адресов.</translation>
    </message>
    <message>
        <source>More (%1)</source>
        <translation>Ещё (%1)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Login, cookies and headers are sent to one host only: that of the first address.</source>
        <translation>Логин, куки и заголовки отправляются только одному хосту: хосту первого адреса.</translation>
    </message>
    <message>
        <source>Login, cookies and headers are sent to %1 only and kept in the keychain.</source>
        <translation>Логин, куки и заголовки отправляются только на %1 и хранятся в связке ключей.</translation>
    </message>
    <message>
        <source>only listed</source>
        <translation>только в списке</translation>
    </message>
    <message>
        <source>asked whether they answer</source>
        <translation>проверить, отвечают ли</translation>
    </message>
    <message>
        <source>read, whether places (#) exist</source>
        <translation>прочитать, есть ли места (#)</translation>
    </message>
</context>
<context>
    <name>linnet::gui::CrawlPage</name>
    <message>
        <source>Is it complete?</source>
        <translation>Всё ли собрано?</translation>
    </message>
    <message>
        <source>The rules of robots.txt will be ignored. Do this only to a site that is yours; it is recorded with the run.</source>
        <translation>Правила robots.txt не будут соблюдаться. Делайте так только со своим сайтом; это записывается вместе с запуском.</translation>
    </message>
    <message>
        <source>No site at hand? There is a small one on this computer, with every defect that Linnet finds; nothing goes to the internet.</source>
        <translation>Нет сайта под рукой? На этом компьютере есть маленький, со всеми дефектами, которые находит Linnet; в интернет ничего не уходит.</translation>
    </message>
    <message>
        <source>Take the practice site</source>
        <translation>Взять сайт для тренировки</translation>
    </message>
    <message>
        <source>Links in</source>
        <translation>Ссылки сюда</translation>
    </message>
    <message>
        <source>Links in: %1</source>
        <translation>Ссылки сюда: %1</translation>
    </message>
    <message>
        <source>Links out</source>
        <translation>Ссылки отсюда</translation>
    </message>
    <message>
        <source>Links out: %1</source>
        <translation>Ссылки отсюда: %1</translation>
    </message>
    <message>
        <source>Show the links that lead here</source>
        <translation>Показать ссылки, ведущие сюда</translation>
    </message>
    <message>
        <source>Show the links of this page</source>
        <translation>Показать ссылки этой страницы</translation>
    </message>
    <message>
        <source>Show the page that holds the link</source>
        <translation>Показать страницу со ссылкой</translation>
    </message>
    <message>
        <source>Show the page it leads to</source>
        <translation>Показать страницу, куда она ведёт</translation>
    </message>
    <message>
        <source>Nothing of this kind was found.
Other findings stand on the left.</source>
        <translation>Ничего такого не найдено.
Другие находки — слева.</translation>
    </message>
    <message>
        <source>Practice: the site is invented and stands on this computer; nothing goes to the internet.</source>
        <translation>Тренировка: сайт вымышлен и стоит на этом компьютере; в интернет ничего не уходит.</translation>
    </message>
    <message>
        <source>Asked of the site: %1.</source>
        <translation>Опрошено адресов сайта: %1.</translation>
    </message>
    <message>
        <source>No errors or warnings were found.</source>
        <translation>Ошибок и предупреждений нет.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kind(s) of errors</source>
        <translation>
            <numerusform>%Ln вид ошибок</numerusform>
            <numerusform>%Ln вида ошибок</numerusform>
            <numerusform>%Ln видов ошибок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of warnings.</source>
        <translation>
            <numerusform>%Ln предупреждений.</numerusform>
            <numerusform>%Ln предупреждений.</numerusform>
            <numerusform>%Ln предупреждений.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::CrawlPresenter</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 и ещё %Ln</numerusform>
            <numerusform>%1 и ещё %Ln</numerusform>
            <numerusform>%1 и ещё %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the address of a site or page to begin with.</source>
        <translation>Введите адрес сайта или страницы, с которой начать.</translation>
    </message>
    <message>
        <source>The pattern “%1” cannot be read at character %2: %3.</source>
        <translation>Шаблон «%1» непонятен с символа %2: %3.</translation>
    </message>
    <message>
        <source>Under Introduce as only Latin letters, digits and signs can be sent.</source>
        <translation>В поле «Представляться» можно отправить только латинские буквы, цифры и знаки.</translation>
    </message>
    <message>
        <source>The login has signs that cannot be sent; it must not have a colon.</source>
        <translation>В логине есть знаки, которые нельзя отправить; двоеточия в нём быть не может.</translation>
    </message>
    <message>
        <source>There is a password, but no login.</source>
        <translation>Пароль указан, а логин нет.</translation>
    </message>
    <message>
        <source>The cookies have signs that cannot be sent.</source>
        <translation>В куки есть знаки, которые нельзя отправить.</translation>
    </message>
    <message>
        <source>“%1” cannot be sent as an extra header. Write a name, a colon and a value, as in “X-Key: abc”; some headers, like Host, are made by Linnet alone.</source>
        <translation>«%1» нельзя отправить как заголовок. Напишите имя, двоеточие и значение, например «X-Key: abc»; некоторые заголовки, как Host, создаёт только сам Linnet.</translation>
    </message>
    <message>
        <source>Line %1, “%2”, is left out: %3</source>
        <translation>Строка %1, «%2», пропущена: %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) are left out. The first is line %1, “%2”: %3</source>
        <translation>
            <numerusform>Пропущена %Ln строка. Первая из них — строка %1, «%2»: %3</numerusform>
            <numerusform>Пропущены %Ln строки. Первая из них — строка %1, «%2»: %3</numerusform>
            <numerusform>Пропущено %Ln строк. Первая из них — строка %1, «%2»: %3</numerusform>
        </translation>
    </message>
    <message>
        <source>no address yet</source>
        <translation>адреса ещё нет</translation>
    </message>
    <message>
        <source>only their links</source>
        <translation>только их ссылки</translation>
    </message>
    <message numerus="yes">
        <source>%Ln click(s) deep</source>
        <translation>
            <numerusform>глубиной в %Ln переход</numerusform>
            <numerusform>глубиной в %Ln перехода</numerusform>
            <numerusform>глубиной в %Ln переходов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %Ln address(es)</source>
        <translation>
            <numerusform>не больше %Ln адреса</numerusform>
            <numerusform>не больше %Ln адресов</numerusform>
            <numerusform>не больше %Ln адресов</numerusform>
        </translation>
    </message>
    <message>
        <source>A pattern cannot be read.</source>
        <translation>Один из шаблонов непонятен.</translation>
    </message>
    <message>
        <source>Would be asked: nothing leaves it out.</source>
        <translation>Будет запрошен: ничто его не исключает.</translation>
    </message>
    <message>
        <source>Would be asked: “%1” finds “%2”.</source>
        <translation>Будет запрошен: «%1» находит «%2».</translation>
    </message>
    <message>
        <source>Left out: “%1” finds “%2”.</source>
        <translation>Пропущен: «%1» находит «%2».</translation>
    </message>
    <message>
        <source>Left out: none of the patterns under Only finds anything.</source>
        <translation>Пропущен: ни один шаблон из «Только адреса с» ничего не находит.</translation>
    </message>
    <message>
        <source>Left out: “%1” needs too long for this address.</source>
        <translation>Пропущен: «%1» слишком долго разбирает этот адрес.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::CrawlTask</name>
    <message>
        <source>Crawl</source>
        <translation>Обойти</translation>
    </message>
    <message>
        <source>Starts the crawl (F5)</source>
        <translation>Начинает обход (F5)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s)</source>
        <translation>
            <numerusform>%Ln ссылка</numerusform>
            <numerusform>%Ln ссылки</numerusform>
            <numerusform>%Ln ссылок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n crawl(s)</source>
        <translation>
            <numerusform>%n обход</numerusform>
            <numerusform>%n обхода</numerusform>
            <numerusform>%n обходов</numerusform>
        </translation>
    </message>
    <message>
        <source>asking for the first page…</source>
        <translation>запрос первой страницы…</translation>
    </message>
    <message>
        <source>asked: %1 of %2 known so far</source>
        <translation>запрошено: %1 из %2 известных</translation>
    </message>
    <message>
        <source>This crawl was interrupted: %1 are here, the rest was not asked yet.</source>
        <translation>Этот обход был прерван. Уже здесь: %1, остальное ещё не запрошено.</translation>
    </message>
    <message>
        <source>The crawl cannot begin.</source>
        <translation>Не удалось начать обход.</translation>
    </message>
    <message>
        <source>No link was found. Under Is it complete? stands what became of each address.</source>
        <translation>Ссылок не найдено. Что стало с каждым адресом, сказано в разделе «Всё ли собрано?».</translation>
    </message>
    <message>
        <source>Nothing crawled yet</source>
        <translation>Обхода ещё не было</translation>
    </message>
    <message>
        <source>Type the address of a site and press Crawl. Its pages and links appear here while they are read, with what is broken, doubled or missing counted beside them.</source>
        <translation>Введите адрес сайта и нажмите «Обойти». Его страницы и ссылки появляются здесь по мере чтения, а рядом — сколько сломано, повторяется или отсутствует.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>No address was asked.
Is it complete? says why.</source>
        <translation>Ни один адрес не запрошен.
Почему — сказано во вкладке «Всё ли собрано?».</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Открыть страницу</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Ссылки</translation>
    </message>
    <message>
        <source>The pages that were read have no links.</source>
        <translation>На прочитанных страницах нет ссылок.</translation>
    </message>
    <message>
        <source>Open the target</source>
        <translation>Открыть цель</translation>
    </message>
    <message>
        <source>New crawl</source>
        <translation>Новый обход</translation>
    </message>
    <message>
        <source>Links of a site</source>
        <translation>Ссылки сайта</translation>
    </message>
    <message>
        <source>Pages and the links between them: what is broken and where, what leads elsewhere, what is doubled or missing, as tables and as a graph for other programs.</source>
        <translation>Страницы и ссылки между ними: что сломано и где, что ведёт в другое место, что повторяется или отсутствует — таблицами и графом для других программ.</translation>
    </message>
    <message>
        <source>Crawl %1</source>
        <translation>Обход %1</translation>
    </message>
    <message>
        <source>Only new faults</source>
        <translation>Только новые неполадки</translation>
    </message>
    <message>
        <source>Show only the addresses that are broken and were not in the last complete run of this crawl.</source>
        <translation>Показать только адреса, которые стали недоступны с последнего полного запуска этого обхода.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>No page names a version in another language.</source>
        <translation>Ни одна страница не называет версий на других языках.</translation>
    </message>
    <message>
        <source>Open the version</source>
        <translation>Открыть версию</translation>
    </message>
</context>
<context>
    <name>linnet::gui::DetailPane</name>
    <message>
        <source>Text of the row</source>
        <translation>Текст строки</translation>
    </message>
    <message>
        <source>Choose a row in the table to read it here.</source>
        <translation>Выберите строку в таблице, чтобы прочитать её здесь.</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Все поля</translation>
    </message>
    <message>
        <source>Opens the page in your browser (Ctrl+Return)</source>
        <translation>Открывает страницу в браузере (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>All fields of the row</source>
        <translation>Все поля строки</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Копировать значение</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Открыть в браузере</translation>
    </message>
    <message>
        <source>Details of the row</source>
        <translation>Подробности строки</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln совпадение</numerusform>
            <numerusform>%Ln совпадения</numerusform>
            <numerusform>%Ln совпадений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::Duration</name>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%n ч</numerusform>
            <numerusform>%n ч</numerusform>
            <numerusform>%n ч</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two parts of a span: 6 min 12 s</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>linnet::gui::EmployersEdit</name>
    <message>
        <source>name or number</source>
        <translation>название или номер</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Работодатель</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>номер %1</translation>
    </message>
    <message>
        <source>%1
Click to take this employer out</source>
        <translation>%1
Нажмите, чтобы убрать этого работодателя</translation>
    </message>
    <message>
        <source>Take out the employer %1</source>
        <translation>Убрать работодателя %1</translation>
    </message>
    <message>
        <source>Some letters of the name, to choose from what hh.ru knows, or the number or the address of an employer&apos;s page there. For boards of companies: the address of the company&apos;s board, or greenhouse:NAME and the like. Several may be chosen</source>
        <translation>Несколько букв названия, чтобы выбрать из того, что знает hh.ru, или номер или адрес страницы работодателя там. Для страниц компаний: адрес страницы вакансий компании или greenhouse:NAME и тому подобное. Можно выбрать несколько</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ExportDialog</name>
    <message>
        <source>The first rows are being read…</source>
        <translation>Читаются первые строки…</translation>
    </message>
    <message>
        <source>Without it the columns have their English names, and every value is as the source gave it, as in CSV and JSON</source>
        <translation>Без этого у столбцов английские имена, а все значения такие, как их дал источник: как в CSV и JSON</translation>
    </message>
    <message>
        <source>Names, dates and links as in the table</source>
        <translation>Названия, даты и ссылки как в таблице</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>First lines of the file</source>
        <translation>Первые строки файла</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>All columns, hidden ones too</source>
        <translation>Все столбцы, включая скрытые</translation>
    </message>
    <message>
        <source>Replace line breaks by blanks</source>
        <translation>Заменять переносы строк пробелами</translation>
    </message>
    <message>
        <source>Some programs cannot read line breaks inside a cell, as descriptions have them</source>
        <translation>Некоторые программы не понимают переносов строк внутри ячейки, а в описаниях они бывают</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Файл:</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Обзор…</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Ход экспорта</translation>
    </message>
    <message>
        <source>&amp;Open file</source>
        <translation>О&amp;ткрыть файл</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>&amp;Показать в папке</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Экспортировать</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Экспорт в файл</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Filtered rows</source>
        <translation>Строки по фильтру</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Все строки</translation>
    </message>
    <message>
        <source>Selected rows</source>
        <translation>Выделенные строки</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>This is a folder. Add a file name.</source>
        <translation>Это папка. Добавьте имя файла.</translation>
    </message>
    <message>
        <source>Give the whole path of the file, or use Browse.</source>
        <translation>Укажите полный путь к файлу или нажмите «Обзор».</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>Заменить файл?</translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>Файл «%1» уже есть. Заменить его?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) saved, %1.</source>
        <translation>
            <numerusform>Сохранена %Ln строка, %1.</numerusform>
            <numerusform>Сохранены %Ln строки, %1.</numerusform>
            <numerusform>Сохранено %Ln строк, %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. No file was written.</source>
        <translation>Отменено. Файл не записан.</translation>
    </message>
    <message>
        <source>What will be in the file</source>
        <translation>Что будет в файле</translation>
    </message>
    <message>
        <source>Only pages, and links between them</source>
        <translation>Только страницы и ссылки между ними</translation>
    </message>
    <message>
        <source>Without pictures, files and other sites; each pair of pages once</source>
        <translation>Без картинок, файлов и других сайтов; каждая пара страниц один раз</translation>
    </message>
    <message>
        <source>Summary with charts</source>
        <translation>Сводка с диаграммами</translation>
    </message>
    <message>
        <source>A sheet with counts, medians and the most frequent values of these rows</source>
        <translation>Лист с подсчётами, медианами и самыми частыми значениями этих строк</translation>
    </message>
    <message>
        <source>Description for programs</source>
        <translation>Описание для программ</translation>
    </message>
    <message>
        <source>Also datapackage.json in the same folder: how the file is read, what its columns are, sources and terms; one that is there is replaced</source>
        <translation>Ещё и datapackage.json в той же папке: как читать файл, что в его столбцах, источники и условия; имеющийся будет заменён</translation>
    </message>
</context>
<context>
    <name>linnet::gui::FacetPanel</name>
    <message>
        <source>Filter by values</source>
        <translation>Фильтр по значениям</translation>
    </message>
</context>
<context>
    <name>linnet::gui::FaultReportDialog</name>
    <message>
        <source>Report of a fault</source>
        <translation>Отчёт об ошибке</translation>
    </message>
    <message>
        <source>This is all that the report has; it goes nowhere by itself. It says nothing of what you searched or found, and has no passwords or tokens. It is in English, so that whoever mends the program can read it.</source>
        <translation>Это весь отчёт; сам он никуда не уходит. В нём нет ни того, что вы искали и нашли, ни паролей и токенов. Он на английском, чтобы его понял тот, кто исправляет программу.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Сохранить…</translation>
    </message>
    <message>
        <source>The report is copied. Paste it where you tell of the fault.</source>
        <translation>Отчёт скопирован. Вставьте его туда, где рассказываете об ошибке.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Текст (*.txt)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Сохранено: %1.</translation>
    </message>
    <message>
        <source>The report was not saved: %1</source>
        <translation>Отчёт не сохранён: %1</translation>
    </message>
</context>
<context>
    <name>linnet::gui::FileMakingBar</name>
    <message>
        <source>&amp;Open file</source>
        <translation>О&amp;ткрыть файл</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>&amp;Показать в папке</translation>
    </message>
    <message>
        <source>This is a folder. Add a file name.</source>
        <translation>Это папка. Добавьте имя файла.</translation>
    </message>
    <message>
        <source>Give the whole path of the file, or use Browse.</source>
        <translation>Укажите полный путь к файлу или нажмите «Обзор».</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>Заменить файл?</translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>Файл «%1» уже есть. Заменить его?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>Cancelled. No file was written.</source>
        <translation>Отменено. Файл не записан.</translation>
    </message>
    <message>
        <source>Saved, %1.</source>
        <translation>Сохранено, %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>linnet::gui::FilterRow</name>
    <message>
        <source>yes, no</source>
        <translation>да, нет</translation>
    </message>
    <message>
        <source>2026-11, a~b</source>
        <translation>2026-11, от~до</translation>
    </message>
    <message>
        <source>contains…</source>
        <translation>содержит…</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>Фильтр: %1</translation>
    </message>
    <message>
        <source>a~b, &gt;, &lt;, &lt;&gt;</source>
        <translation>от~до, &gt;, &lt;, &lt;&gt;</translation>
    </message>
    <message>
        <source>5 · &gt;5 · &gt;=5 · 5~10 for a range · 4xx for 400 to 499 · &lt;&gt;5 for all but 5 · = for empty cells · != or &lt;&gt; for cells that are not empty</source>
        <translation>5 · &gt;5 · &gt;=5 · 5~10 — диапазон · 4xx — от 400 до 499 · &lt;&gt;5 — всё, кроме 5 · = — пустые ячейки · != или &lt;&gt; — непустые</translation>
    </message>
    <message>
        <source>yes · no · = for empty cells · != or &lt;&gt; for cells that are not empty</source>
        <translation>да · нет · = — пустые ячейки · != или &lt;&gt; — непустые</translation>
    </message>
    <message>
        <source>word · !word for cells without it · ~words for whole words (analy* for a beginning) · =whole text · &lt;&gt;whole text · a~b for a range · /pattern/ · = for empty cells · != or &lt;&gt; for cells that are not empty</source>
        <translation>слово · !слово — ячейки без него · ~слова — целые слова (анал* — начало слова) · =весь текст · &lt;&gt;весь текст · а~б — диапазон · /шаблон/ · = — пустые ячейки · != или &lt;&gt; — непустые</translation>
    </message>
</context>
<context>
    <name>linnet::gui::FindField</name>
    <message>
        <source>Find in all columns</source>
        <translation>Найти во всех столбцах</translation>
    </message>
    <message>
        <source>Keeps the rows that have this text in any column (Ctrl+F)</source>
        <translation>Оставляет строки, в которых этот текст есть в любом столбце (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find words in all columns</source>
        <translation>Искать слова во всех столбцах</translation>
    </message>
    <message>
        <source>Keeps the rows that have these words in any column: analy* is any word that begins so, &quot;power bi&quot; are words next to one another (Ctrl+F)</source>
        <translation>Оставляет строки, где в каком-либо столбце есть эти слова: анал* — любое слово с таким началом, &quot;power bi&quot; — слова, стоящие рядом (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find any part of a text</source>
        <translation>Искать любую часть текста</translation>
    </message>
    <message>
        <source>Find whole words (fast)</source>
        <translation>Искать целые слова (быстро)</translation>
    </message>
    <message>
        <source>Words are made of letters and digits; a star stands at the end of a word, and quotes around words.</source>
        <translation>Слова состоят из букв и цифр; звёздочка стоит в конце слова, кавычки — вокруг слов.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::FirstSteps</name>
    <message>
        <source>Choose what to collect</source>
        <translation>Выберите, что собирать</translation>
    </message>
    <message>
        <source>Job ads, the links of a site, answers of addresses, or proxies. For a first try take invented job ads: a server on this computer gives them, so no account and no internet are needed. Next prepares that.</source>
        <translation>Вакансии, ссылки сайта, ответы адресов или прокси. Для первой пробы возьмём вымышленные вакансии: их отдаёт сервер на этом компьютере, поэтому не нужны ни учётная запись, ни интернет. «Дальше» всё подготовит.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начните</translation>
    </message>
    <message>
        <source>The form is filled already: nothing has to be typed. This button starts the search, and later pauses it and goes on. Next presses it.</source>
        <translation>Форма уже заполнена, вводить ничего не нужно. Эта кнопка начинает поиск, а потом ставит его на паузу и продолжает. «Дальше» её нажмёт.</translation>
    </message>
    <message>
        <source>Take the table away</source>
        <translation>Заберите таблицу</translation>
    </message>
    <message>
        <source>Rows come in while the search runs; they can be filtered and sorted at once. Export writes them to a file for Excel. Wherever you are, F1 opens the help that fits.</source>
        <translation>Строки появляются, пока идёт поиск; их сразу можно фильтровать и сортировать. «Экспорт» запишет их в файл для Excel. Где бы вы ни были, F1 откроет справку о том, что перед вами.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::FormatTiles</name>
    <message>
        <source>Other formats…</source>
        <translation>Другие форматы…</translation>
    </message>
</context>
<context>
    <name>linnet::gui::GraphCanvas</name>
    <message>
        <source>Closer (+)</source>
        <translation>Ближе (+)</translation>
    </message>
    <message>
        <source>From farther away (-)</source>
        <translation>Дальше (-)</translation>
    </message>
    <message>
        <source>Show all (0)</source>
        <translation>Показать всё (0)</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Граф</translation>
    </message>
    <message>
        <source>Page Down tells one node after the other, Return opens it. The arrow keys move the picture, + and - change its scale.</source>
        <translation>Page Down называет точки одну за другой, Enter открывает. Стрелки двигают картинку, + и - меняют масштаб.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::GraphLegend</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show or hide these</source>
        <translation>Показать или спрятать их</translation>
    </message>
</context>
<context>
    <name>linnet::gui::GraphLookMenu</name>
    <message>
        <source>Size of the dots</source>
        <translation>Размер точек</translation>
    </message>
    <message>
        <source>Links in</source>
        <translation>Ссылки сюда</translation>
    </message>
    <message>
        <source>Link score</source>
        <translation>Вес ссылок</translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>Все одинаковые</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Clicks from the start</source>
        <translation>Щелчки от начала</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Хост</translation>
    </message>
    <message>
        <source>Community: what links to one another</source>
        <translation>Сообщество: что ссылается друг на друга</translation>
    </message>
    <message>
        <source>Colour of the dots</source>
        <translation>Цвет точек</translation>
    </message>
    <message>
        <source>Arrangement</source>
        <translation>Расположение</translation>
    </message>
    <message>
        <source>What is linked lies near</source>
        <translation>Связанное — рядом</translation>
    </message>
    <message>
        <source>Rings around the start</source>
        <translation>Кольца вокруг начала</translation>
    </message>
    <message>
        <source>Rings by folders</source>
        <translation>Кольца по папкам</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Ссылки</translation>
    </message>
    <message>
        <source>All but those to what most pages link to</source>
        <translation>Все, кроме ведущих туда, куда ведёт большинство страниц</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Redirects only</source>
        <translation>Только перенаправления</translation>
    </message>
</context>
<context>
    <name>linnet::gui::GraphTab</name>
    <message>
        <source>%1 pages are too many for one picture. Narrow them with a filter of the table of pages.</source>
        <translation>%1 страниц — слишком много для одной картинки. Сузьте их фильтром таблицы страниц.</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Граф</translation>
    </message>
    <message>
        <source>Drawing was stopped. Choose what to show, and it begins again.</source>
        <translation>Рисование остановлено. Выберите, что показать, и оно начнётся снова.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Папки</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Хосты</translation>
    </message>
    <message>
        <source>Clicks from the start</source>
        <translation>Щелчки от начала</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Все страницы</translation>
    </message>
    <message>
        <source>What a dot stands for</source>
        <translation>Что значит точка</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Size, colours and arrangement of the dots</source>
        <translation>Размер, цвет и расположение точек</translation>
    </message>
    <message>
        <source>Around the page</source>
        <translation>Вокруг страницы</translation>
    </message>
    <message>
        <source>Only the chosen page, and pages at most two links away</source>
        <translation>Только выбранная страница и те, что не дальше двух ссылок от неё</translation>
    </message>
    <message>
        <source>Find a page</source>
        <translation>Найти страницу</translation>
    </message>
    <message>
        <source>Find a page in the graph</source>
        <translation>Найти страницу в графе</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Сохранить картинку…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Stop drawing</source>
        <translation>Остановить рисование</translation>
    </message>
    <message>
        <source>Progress of the drawing</source>
        <translation>Ход рисования</translation>
    </message>
    <message>
        <source>The graph is being drawn…</source>
        <translation>Граф рисуется…</translation>
    </message>
    <message>
        <source>Pages are read and laid out; you can work on meanwhile.</source>
        <translation>Страницы читаются и раскладываются; тем временем можно работать дальше.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Картинки нет</translation>
    </message>
    <message>
        <source>No pages to draw</source>
        <translation>Рисовать нечего</translation>
    </message>
    <message>
        <source>Pages that were asked appear here, with the links between them. The filter of the table of pages decides which.</source>
        <translation>Здесь появятся запрошенные страницы и ссылки между ними. Какие — решает фильтр таблицы страниц.</translation>
    </message>
    <message>
        <source>Save the graph</source>
        <translation>Сохранить граф</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>Save the whole graph as PNG, SVG or PDF, or with its places for Gephi</source>
        <translation>Сохранить весь граф как PNG, SVG или PDF либо с расположением для Gephi</translation>
    </message>
    <message>
        <source>Picture, PNG (*.png)</source>
        <translation>Картинка, PNG (*.png)</translation>
    </message>
    <message>
        <source>Drawing that scales, SVG (*.svg)</source>
        <translation>Масштабируемый рисунок, SVG (*.svg)</translation>
    </message>
    <message>
        <source>Page, PDF (*.pdf)</source>
        <translation>Страница, PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Graph for Gephi, GEXF (*.gexf)</source>
        <translation>Граф для Gephi, GEXF (*.gexf)</translation>
    </message>
    <message>
        <source>How is it reached?</source>
        <translation>Как до неё дойти?</translation>
    </message>
    <message>
        <source>The fewest clicks from the start to the chosen page</source>
        <translation>Кратчайший путь щелчками от начала до выбранной страницы</translation>
    </message>
    <message>
        <source>The same as a table is in the tabs of pages and links.</source>
        <translation>То же самое таблицами — во вкладках страниц и ссылок.</translation>
    </message>
    <message>
        <source>No redirects to draw</source>
        <translation>Перенаправлений нет</translation>
    </message>
    <message>
        <source>Addresses of the table of pages that lead on to others appear here. Its filter decides which, the menu Look which links.</source>
        <translation>Здесь появляются адреса из таблицы страниц, которые перенаправляют на другие. Какие — решает её фильтр, какие ссылки — меню «Вид».</translation>
    </message>
</context>
<context>
    <name>linnet::gui::HelpWindow</name>
    <message>
        <source>settings (`linnet.ini`)</source>
        <translation>настройки (`linnet.ini`)</translation>
    </message>
    <message>
        <source>projects not saved yet, lists of proxies, names of regions and roles</source>
        <translation>несохранённые проекты, списки прокси, названия регионов и ролей</translation>
    </message>
    <message>
        <source>Help of Linnet</source>
        <translation>Справка Linnet</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Найти в справке</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation>Страница справки</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Назад (Alt+Влево)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Вперёд (Alt+Вправо)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперёд</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>Таких слов нет ни на одной странице.</translation>
    </message>
    <message>
        <source>the log</source>
        <translation>журнал</translation>
    </message>
</context>
<context>
    <name>linnet::gui::HistogramView</name>
    <message>
        <source>%1M</source>
        <translation>%1 млн</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1 тыс.</translation>
    </message>
    <message>
        <source>%1, from %2 to %3, median %4. Left and Right choose a range, Return filters by it.</source>
        <translation>%1, от %2 до %3, медиана %4. Стрелки влево и вправо выбирают промежуток, Enter оставляет только его.</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2: %Ln row(s)</source>
        <translation>
            <numerusform>от %1 до %2: %Ln строка</numerusform>
            <numerusform>от %1 до %2: %Ln строки</numerusform>
            <numerusform>от %1 до %2: %Ln строк</numerusform>
        </translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>мед. %1</translation>
    </message>
</context>
<context>
    <name>linnet::gui::HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Choose a line to go back to where things stood after it.</source>
        <translation>Выберите строку, чтобы вернуться к тому, как всё было после неё.</translation>
    </message>
    <message>
        <source>As the project was opened</source>
        <translation>Как было при открытии проекта</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Что было сделано</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ImportDialog</name>
    <message>
        <source>leave out</source>
        <translation>не брать</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Импорт: %1</translation>
    </message>
    <message>
        <source>&amp;Rows are</source>
        <translation>В строка&amp;х</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>&amp;Лист</translation>
    </message>
    <message>
        <source>Cells are &amp;parted by</source>
        <translation>&amp;Разделитель</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Кодировка</translation>
    </message>
    <message>
        <source>vacancies</source>
        <translation>вакансии</translation>
    </message>
    <message>
        <source>checked addresses</source>
        <translation>проверенные адреса</translation>
    </message>
    <message>
        <source>pages of a site</source>
        <translation>страницы сайта</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>запятая</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>точка с запятой</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>табуляция</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>черта |</translation>
    </message>
    <message>
        <source>The first rows, as they will be read</source>
        <translation>Первые строки, как они будут прочитаны</translation>
    </message>
    <message>
        <source>What could not be read of these rows</source>
        <translation>Что в этих строках не удалось прочитать</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>Below the name of each column of the file stands what it becomes. Nothing is changed in the file.</source>
        <translation>Под именем каждого столбца файла стоит, чем он станет. Сам файл не меняется.</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; becomes</source>
        <translation>Столбец «%1» станет</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are shown</source>
        <translation>
            <numerusform>показана %n строка</numerusform>
            <numerusform>показаны %n строки</numerusform>
            <numerusform>показано %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) are left out</source>
        <translation>
            <numerusform>%n столбец не берётся</numerusform>
            <numerusform>%n столбца не берутся</numerusform>
            <numerusform>%n столбцов не берутся</numerusform>
        </translation>
    </message>
    <message>
        <source>no problem in these rows</source>
        <translation>в этих строках всё в порядке</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in these rows</source>
        <translation>
            <numerusform>в этих строках %n замечание</numerusform>
            <numerusform>в этих строках %n замечания</numerusform>
            <numerusform>в этих строках %n замечаний</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ImportFlow</name>
    <message>
        <source>Import tables or vacancies</source>
        <translation>Импорт таблиц или вакансий</translation>
    </message>
    <message>
        <source>Tables and JSON, also packed (*.csv *.tsv *.txt *.xlsx *.xlsm *.json *.jsonl *.ndjson *.gz *.zst)</source>
        <translation>Таблицы и JSON, в том числе сжатые (*.csv *.tsv *.txt *.xlsx *.xlsm *.json *.jsonl *.ndjson *.gz *.zst)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>linnet::gui::InsightTab</name>
    <message>
        <source>Choose a question to ask again.</source>
        <translation>Выберите вопрос, чтобы спросить снова.</translation>
    </message>
    <message>
        <source>Before tax</source>
        <translation>До вычета налога</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>На руки</translation>
    </message>
    <message>
        <source>Pay before tax or in hand</source>
        <translation>Оплата до вычета налога или на руки</translation>
    </message>
    <message>
        <source>How pay is reckoned in all charts</source>
        <translation>Как считается оплата во всех диаграммах</translation>
    </message>
    <message>
        <source>The answer in a sentence</source>
        <translation>Ответ одной фразой</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Считаем…</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n адрес</numerusform>
            <numerusform>%n адреса</numerusform>
            <numerusform>%n адресов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ad(s)</source>
        <translation>
            <numerusform>%n объявление</numerusform>
            <numerusform>%n объявления</numerusform>
            <numerusform>%n объявлений</numerusform>
        </translation>
    </message>
    <message>
        <source>pay that compares for %1 %</source>
        <translation>сравнимая оплата у %1 %</translation>
    </message>
    <message>
        <source>median %1 ₽ a month before tax, n = %2</source>
        <translation>медиана %1 ₽ в месяц до вычета налога, n = %2</translation>
    </message>
    <message>
        <source>median %1 ₽ a month in hand, n = %2</source>
        <translation>медиана %1 ₽ в месяц на руки, n = %2</translation>
    </message>
    <message>
        <source>%1 % of these ads say which</source>
        <translation>%1 % из них указывают, какая</translation>
    </message>
    <message>
        <source>No row says anything about it. Take away conditions, or ask another question.</source>
        <translation>Ни одна строка об этом не говорит. Уберите условия или задайте другой вопрос.</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>Правила…</translation>
    </message>
    <message>
        <source>By which pay and words become comparable: look at them, change them</source>
        <translation>По ним зарплаты и слова становятся сравнимыми: посмотреть и изменить</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Отчёт…</translation>
    </message>
    <message>
        <source>All of this as one file to hand over, HTML or PDF</source>
        <translation>Всё это одним файлом для передачи, HTML или PDF</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Сохранено как %1.</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Не сравнивать</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Сравнить с…</translation>
    </message>
    <message>
        <source>“%1” stands beside “%2”</source>
        <translation>«%1» показано рядом с «%2»</translation>
    </message>
    <message>
        <source>Other rows, or another run, beside these in every chart</source>
        <translation>Другие строки или другой запуск рядом с этими на каждой диаграмме</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a run, when it began</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>As a graph</source>
        <translation>Графом</translation>
    </message>
    <message>
        <source>Draw what stands together as dots and lines</source>
        <translation>Нарисовать то, что встречается вместе, точками и линиями</translation>
    </message>
</context>
<context>
    <name>linnet::gui::JoinDialog</name>
    <message>
        <source>Add %1</source>
        <translation>Добавление: %1</translation>
    </message>
    <message>
        <source>&amp;Column of the rows</source>
        <translation>&amp;Столбец строк</translation>
    </message>
    <message>
        <source>says the same as the &amp;table&apos;s</source>
        <translation>то же, что в &amp;таблице</translation>
    </message>
    <message>
        <source>&amp;Name of the table</source>
        <translation>&amp;Название таблицы</translation>
    </message>
    <message>
        <source>Columns of the table, a tick for those that are wanted, and its first rows</source>
        <translation>Столбцы таблицы, галочка у нужных, и её первые строки</translation>
    </message>
    <message>
        <source>add</source>
        <translation>добавить</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>looked up</source>
        <translation>по нему ищется</translation>
    </message>
    <message>
        <source>Tick at least one column.</source>
        <translation>Отметьте хотя бы один столбец.</translation>
    </message>
    <message>
        <source>Of several rows of the table that say the same, the first counts. Upper and lower case do not matter. The file itself is not needed afterwards.</source>
        <translation>Из нескольких строк таблицы с одним значением считается первая. Заглавные и строчные буквы не различаются. Сам файл потом не нужен.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::KeptData</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>Не удаётся записать %1.</translation>
    </message>
    <message>
        <source>%1 in the keychain: %2</source>
        <translation>%1 в хранилище паролей: %2</translation>
    </message>
</context>
<context>
    <name>linnet::gui::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Сочетания клавиш</translation>
    </message>
</context>
<context>
    <name>linnet::gui::LevelDelegate</name>
    <message>
        <source>Level</source>
        <translation>Уровень</translation>
    </message>
</context>
<context>
    <name>linnet::gui::LicencesDialog</name>
    <message>
        <source>Licences of others</source>
        <translation>Лицензии других авторов</translation>
    </message>
</context>
<context>
    <name>linnet::gui::LimitsPage</name>
    <message>
        <source>How many known values it takes before charts and reports say something. With fewer, one ad more or less would change the answer. Counts and the command line are not concerned.</source>
        <translation>Сколько известных значений нужно, чтобы диаграммы и отчёты что-то сказали. Если их меньше, одно объявление может изменить ответ. Подсчётов и командной строки это не касается.</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Как обычно</translation>
    </message>
    <message>
        <source>A &amp;median is told from:</source>
        <translation>&amp;Медиана называется от:</translation>
    </message>
    <message>
        <source>It is no longer &amp;grey from:</source>
        <translation>Она уже не &amp;серая от:</translation>
    </message>
    <message>
        <source>Outer &amp;tenths and premiums are told from:</source>
        <translation>&amp;Крайние десятые и надбавки называются от:</translation>
    </message>
</context>
<context>
    <name>linnet::gui::LinkList</name>
    <message>
        <source>Links that lead to the page</source>
        <translation>Ссылки, ведущие на страницу</translation>
    </message>
    <message>
        <source>Links that the page has</source>
        <translation>Ссылки этой страницы</translation>
    </message>
    <message>
        <source>The first %L1 of %L2. Show all in the table of links</source>
        <translation>Первые %L1 из %L2. Показать все в таблице ссылок</translation>
    </message>
    <message>
        <source>Show them in the table of links</source>
        <translation>Показать их в таблице ссылок</translation>
    </message>
    <message>
        <source>Show this page</source>
        <translation>Показать эту страницу</translation>
    </message>
    <message>
        <source>Open the address in the browser</source>
        <translation>Открыть адрес в браузере</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Копировать адрес</translation>
    </message>
</context>
<context>
    <name>linnet::gui::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Open a project…</source>
        <translation>&amp;Открыть проект…</translation>
    </message>
    <message>
        <source>&amp;Recent projects</source>
        <translation>Недавние &amp;проекты</translation>
    </message>
    <message>
        <source>&amp;Save the project as…</source>
        <translation>&amp;Сохранить проект как…</translation>
    </message>
    <message>
        <source>&amp;Close the project</source>
        <translation>&amp;Закрыть проект</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Настройки…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>&amp;Начальная страница</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Проблемы</translation>
    </message>
    <message>
        <source>&amp;Navigator</source>
        <translation>На&amp;вигатор</translation>
    </message>
    <message>
        <source>N&amp;ext part of the window</source>
        <translation>&amp;Следующая часть окна</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Во весь &amp;экран</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>Св&amp;етлая</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмная</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Запуск</translation>
    </message>
    <message>
        <source>&amp;Finish here (rows are kept)</source>
        <translation>&amp;Закончить здесь (строки сохранятся)</translation>
    </message>
    <message>
        <source>&amp;Try now instead of waiting</source>
        <translation>&amp;Повторить сейчас, не дожидаясь</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Инструменты</translation>
    </message>
    <message>
        <source>Try with &amp;invented data</source>
        <translation>Попробовать на &amp;вымышленных данных</translation>
    </message>
    <message>
        <source>&amp;Terms of the sources</source>
        <translation>&amp;Условия источников</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>Сочетания &amp;клавиш</translation>
    </message>
    <message>
        <source>&amp;About Linnet</source>
        <translation>&amp;О программе Linnet</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>О &amp;Qt</translation>
    </message>
    <message>
        <source>&amp;Start, pause or continue</source>
        <translation>&amp;Начать, приостановить или продолжить</translation>
    </message>
    <message>
        <source>&amp;Go on with the unfinished run</source>
        <translation>&amp;Продолжить незаконченный запуск</translation>
    </message>
    <message>
        <source>Copy the ce&amp;ll</source>
        <translation>Копировать &amp;ячейку</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Выделить в&amp;сё</translation>
    </message>
    <message>
        <source>C&amp;lear all filters</source>
        <translation>С&amp;нять все фильтры</translation>
    </message>
    <message>
        <source>Open the &amp;row in the browser</source>
        <translation>Открыть строку в &amp;браузере</translation>
    </message>
    <message>
        <source>&amp;Values beside the table</source>
        <translation>&amp;Значения рядом с таблицей</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>&amp;Столбцы…</translation>
    </message>
    <message>
        <source>&amp;Connect %1…</source>
        <translation>&amp;Подключить %1…</translation>
    </message>
    <message>
        <source>Sa&amp;ve the project</source>
        <translation>Сохр&amp;анить проект</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Верн&amp;уть</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Переименоват&amp;ь…</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Дублировать</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>F&amp;ind in all columns</source>
        <translation>Найти во в&amp;сех столбцах</translation>
    </message>
    <message>
        <source>&amp;Filter by this column</source>
        <translation>&amp;Фильтр по этому столбцу</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>За&amp;просы</translation>
    </message>
    <message>
        <source>&amp;Details of the row</source>
        <translation>&amp;Подробности строки</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>P&amp;revious part of the window</source>
        <translation>Пр&amp;едыдущая часть окна</translation>
    </message>
    <message>
        <source>&amp;Take a search from a file…</source>
        <translation>&amp;Взять поиск из файла…</translation>
    </message>
    <message>
        <source>Run a&amp;gain</source>
        <translation>Запустить с&amp;нова</translation>
    </message>
    <message>
        <source>Folder, sc&amp;hedule, files…</source>
        <translation>Папка, &amp;расписание, файлы…</translation>
    </message>
    <message>
        <source>Save the search &amp;to a file…</source>
        <translation>Сохранить &amp;поиск в файл…</translation>
    </message>
    <message>
        <source>&amp;What changed</source>
        <translation>&amp;Что изменилось</translation>
    </message>
    <message>
        <source>Co&amp;mpare both runs</source>
        <translation>&amp;Сравнить оба запуска</translation>
    </message>
    <message>
        <source>A&amp;dd a colleague&apos;s project…</source>
        <translation>Добавить проект &amp;коллеги…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Импорт…</translation>
    </message>
    <message>
        <source>S&amp;tar, or remove the star</source>
        <translation>По&amp;ставить или снять звёздочку</translation>
    </message>
    <message>
        <source>Ta&amp;gs…</source>
        <translation>&amp;Метки…</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>&amp;Заметка</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Отменить: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>Верн&amp;уть: %1</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;История…</translation>
    </message>
    <message>
        <source>This &amp;project…</source>
        <translation>&amp;Этот проект…</translation>
    </message>
    <message>
        <source>&amp;Read again what others have written</source>
        <translation>Пере&amp;читать, что записали другие</translation>
    </message>
    <message>
        <source>&amp;Tables of yours…</source>
        <translation>&amp;Ваши таблицы…</translation>
    </message>
    <message>
        <source>Find a comm&amp;and, page or run…</source>
        <translation>Найти &amp;команду, страницу или запуск…</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Увеличить текст</translation>
    </message>
    <message>
        <source>Smaller te&amp;xt</source>
        <translation>У&amp;меньшить текст</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>О&amp;бычный размер текста</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>З&amp;накомство</translation>
    </message>
    <message>
        <source>Copy &amp;report…</source>
        <translation>Скопировать &amp;отчёт…</translation>
    </message>
    <message>
        <source>Open the &amp;sample project</source>
        <translation>Открыть п&amp;ример проекта</translation>
    </message>
</context>
<context>
    <name>linnet::gui::MainWindow</name>
    <message>
        <source>Start practising?</source>
        <translation>Начать тренировку?</translation>
    </message>
    <message>
        <source>The practice server cannot be started.</source>
        <translation>Не удалось запустить учебный сервер.</translation>
    </message>
    <message>
        <source>A project for practising cannot be made.</source>
        <translation>Не удалось создать учебный проект.</translation>
    </message>
    <message>
        <source>Linnet</source>
        <translation>Linnet</translation>
    </message>
    <message>
        <source>No project open</source>
        <translation>Проект не открыт</translation>
    </message>
    <message>
        <source>Quit Linnet?</source>
        <translation>Выйти из Linnet?</translation>
    </message>
    <message>
        <source>%1 — Linnet</source>
        <translation>%1 — Linnet</translation>
    </message>
    <message>
        <source>Stop the run and quit</source>
        <translation>Остановить сбор и выйти</translation>
    </message>
</context>
<context>
    <name>linnet::gui::MapView</name>
    <message>
        <source>Closer (+)</source>
        <translation>Ближе (+)</translation>
    </message>
    <message>
        <source>From farther away (-)</source>
        <translation>Дальше (-)</translation>
    </message>
    <message>
        <source>Show all (0)</source>
        <translation>Показать всё (0)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln circle(s). Page Down tells one after the other, Return filters by it. The arrow keys move the map, + and - change its scale.</source>
        <translation>
            <numerusform>%Ln круг. Page Down называет один за другим, Enter отбирает по нему. Стрелки двигают карту, + и - меняют масштаб.</numerusform>
            <numerusform>%Ln круга. Page Down называет один за другим, Enter отбирает по нему. Стрелки двигают карту, + и - меняют масштаб.</numerusform>
            <numerusform>%Ln кругов. Page Down называет один за другим, Enter отбирает по нему. Стрелки двигают карту, + и - меняют масштаб.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::MarkEditor</name>
    <message>
        <source>Star: to find the row again (*)</source>
        <translation>Звёздочка: чтобы снова найти строку (*)</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Звёздочка</translation>
    </message>
    <message>
        <source>Tags, parted by ;</source>
        <translation>Метки через ;</translation>
    </message>
    <message>
        <source>Your words for this row, parted by semicolons (Ctrl+T)</source>
        <translation>Ваши слова об этой строке, через точку с запятой (Ctrl+T)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>What you want to remember of this row (Ctrl+M)</source>
        <translation>Что вы хотите запомнить об этой строке (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>Change the tags</source>
        <translation>Изменение меток</translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation>Изменение заметки</translation>
    </message>
</context>
<context>
    <name>linnet::gui::NavigatorActions</name>
    <message>
        <source>Delete “%1”</source>
        <translation>Удалить «%1»</translation>
    </message>
    <message>
        <source>“%1” is under way. Finish it first, then delete it.</source>
        <translation>«%1» ещё выполняется. Сначала завершите, потом удалите.</translation>
    </message>
    <message>
        <source>“%1” is deleted. Undo brings it back until the project is closed.</source>
        <translation>«%1» удалено. «Отменить» вернёт, пока проект не закрыт.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>Удалить %n запуск</numerusform>
            <numerusform>Удалить %n запуска</numerusform>
            <numerusform>Удалить %n запусков</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::NavigatorPanel</name>
    <message>
        <source>Navigator</source>
        <translation>Навигатор</translation>
    </message>
</context>
<context>
    <name>linnet::gui::NewsOfVersions</name>
    <message>
        <source>this build has no address to ask</source>
        <translation>у этой сборки нет такого адреса</translation>
    </message>
    <message>
        <source>not when carried on a stick (portable.ini)</source>
        <translation>на флешке (portable.ini) не спрашивается</translation>
    </message>
    <message>
        <source>Show the page of Linnet %1 in the browser?</source>
        <translation>Показать страницу Linnet %1 в браузере?</translation>
    </message>
    <message>
        <source>Nothing is fetched or installed by itself.</source>
        <translation>Само ничего не скачивается и не устанавливается.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
</context>
<context>
    <name>linnet::gui::OwnRuleDialog</name>
    <message>
        <source>New rule</source>
        <translation>Новое правило</translation>
    </message>
    <message>
        <source>Change the rule</source>
        <translation>Изменить правило</translation>
    </message>
    <message>
        <source>Use the rule</source>
        <translation>Применить правило</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Название:</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>&amp;Уровень:</translation>
    </message>
    <message>
        <source>Looks &amp;at:</source>
        <translation>&amp;Смотрит на:</translation>
    </message>
    <message>
        <source>&amp;Filter:</source>
        <translation>&amp;Фильтр:</translation>
    </message>
    <message>
        <source>N&amp;umber for {n}:</source>
        <translation>&amp;Число вместо {n}:</translation>
    </message>
    <message>
        <source>&amp;Why it matters:</source>
        <translation>&amp;Почему это важно:</translation>
    </message>
    <message>
        <source>What to &amp;do:</source>
        <translation>Что &amp;делать:</translation>
    </message>
    <message>
        <source>&amp;Called in files:</source>
        <translation>Имя в &amp;файлах:</translation>
    </message>
    <message>
        <source>What is wrong then, for example: No price</source>
        <translation>Что тогда не так, например: Нет цены</translation>
    </message>
    <message>
        <source>For example: url contains /shop/ and h2 empty</source>
        <translation>Например: url contains /shop/ and h2 empty</translation>
    </message>
    <message>
        <source>Small letters of the Latin alphabet, digits and _; the column “check” of exports</source>
        <translation>Строчные латинские буквы, цифры и _; столбец «check» в выгрузках</translation>
    </message>
    <message>
        <source>Put a column into the filter</source>
        <translation>Вставить столбец в фильтр</translation>
    </message>
    <message>
        <source>Put a column into the filter…</source>
        <translation>Вставить столбец в фильтр…</translation>
    </message>
    <message>
        <source>Say in the filter which rows are wrong.</source>
        <translation>Напишите в фильтре, какие строки считать ошибкой.</translation>
    </message>
    <message>
        <source>The filter has {n}: give its number below.</source>
        <translation>В фильтре есть {n}: укажите число ниже.</translation>
    </message>
    <message>
        <source>Give the rule a name.</source>
        <translation>Дайте правилу имя.</translation>
    </message>
    <message>
        <source>Another rule is called “%1” in files.</source>
        <translation>В файлах «%1» — имя другого правила.</translation>
    </message>
    <message>
        <source>Only for a filter with {n} in it</source>
        <translation>Только если в фильтре есть {n}</translation>
    </message>
    <message>
        <source>The filter can be read.</source>
        <translation>Фильтр читается.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::OwnTablesDialog</name>
    <message>
        <source>&amp;Add a table…</source>
        <translation>&amp;Добавить таблицу…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Убрать</translation>
    </message>
    <message>
        <source>%1 of %2 rows of the project are in it.</source>
        <translation>В ней есть %1 из %2 строк проекта.</translation>
    </message>
    <message>
        <source>Remove the table %1</source>
        <translation>Убрать таблицу %1</translation>
    </message>
    <message>
        <source>Tables of yours</source>
        <translation>Ваши таблицы</translation>
    </message>
    <message>
        <source>Tables of yours in this project</source>
        <translation>Ваши таблицы в этом проекте</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Looked up by</source>
        <translation>Ищется по</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>No table of yours yet</source>
        <translation>Ваших таблиц пока нет</translation>
    </message>
    <message>
        <source>Add a file with a column that says the same as a column here, such as the region, the employer or the address. Its other columns then stand beside the rows: to filter, sort, chart and export.</source>
        <translation>Добавьте файл, в котором один столбец говорит то же, что столбец здесь: регион, работодатель или адрес. Остальные его столбцы встанут рядом со строками: для фильтров, сортировки, диаграмм и экспорта.</translation>
    </message>
    <message>
        <source>Add a table</source>
        <translation>Добавить таблицу</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.json *.jsonl *.ndjson *.gz *.zst)</source>
        <translation>Таблицы (*.csv *.tsv *.txt *.xlsx *.xlsm *.json *.jsonl *.ndjson *.gz *.zst)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>These are records of vacancies and no table.</source>
        <translation>Это записи вакансий, а не таблица.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>Чтение: %1…</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) added.</source>
        <translation>
            <numerusform>Добавлен %n столбец.</numerusform>
            <numerusform>Добавлено %n столбца.</numerusform>
            <numerusform>Добавлено %n столбцов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the table left out, first: %1.</source>
        <translation>
            <numerusform>Пропущена %n строка таблицы, первая: %1.</numerusform>
            <numerusform>Пропущено %n строки таблицы, первая: %1.</numerusform>
            <numerusform>Пропущено %n строк таблицы, первая: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the table %1</source>
        <translation>Добавить таблицу %1</translation>
    </message>
</context>
<context>
    <name>linnet::gui::PaceText</name>
    <message>
        <source>no pause (own server only)</source>
        <translation>без пауз (только свой сервер)</translation>
    </message>
    <message>
        <source>10 a second, quick</source>
        <translation>10 в секунду, быстро</translation>
    </message>
    <message>
        <source>5 a second, polite</source>
        <translation>5 в секунду, бережно</translation>
    </message>
    <message>
        <source>2 a second, gentle</source>
        <translation>2 в секунду, осторожно</translation>
    </message>
    <message>
        <source>1 a second, very gentle</source>
        <translation>1 в секунду, очень осторожно</translation>
    </message>
    <message>
        <source>one every 2 s, slowest</source>
        <translation>1 в 2 с, медленнее всего</translation>
    </message>
    <message>
        <source>one every %1 s</source>
        <translation>1 в %1 с</translation>
    </message>
    <message>
        <source>20 a second, very quick</source>
        <translation>20 в секунду, очень быстро</translation>
    </message>
    <message>
        <source>50 a second, only for a site of yours</source>
        <translation>50 в секунду, только для своего сайта</translation>
    </message>
</context>
<context>
    <name>linnet::gui::PairPanel</name>
    <message>
        <source>The same as a table is in the chart.</source>
        <translation>То же самое числами — на диаграмме.</translation>
    </message>
    <message numerus="yes">
        <source>The larger a dot, the more ads name it. Lines join what stands together more often than by chance: %Ln pair(s). A double click filters the ads.</source>
        <translation>
            <numerusform>Чем больше точка, тем больше вакансий её называют. Линии соединяют то, что встречается вместе чаще, чем случайно: %Ln пара. Двойной щелчок отбирает вакансии.</numerusform>
            <numerusform>Чем больше точка, тем больше вакансий её называют. Линии соединяют то, что встречается вместе чаще, чем случайно: %Ln пары. Двойной щелчок отбирает вакансии.</numerusform>
            <numerusform>Чем больше точка, тем больше вакансий её называют. Линии соединяют то, что встречается вместе чаще, чем случайно: %Ln пар. Двойной щелчок отбирает вакансии.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ad(s)</source>
        <translation>
            <numerusform>%Ln вакансия</numerusform>
            <numerusform>%Ln вакансии</numerusform>
            <numerusform>%Ln вакансий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stands together with %Ln other(s)</source>
        <translation>
            <numerusform>Встречается вместе с %Ln другим</numerusform>
            <numerusform>Встречается вместе с %Ln другими</numerusform>
            <numerusform>Встречается вместе с %Ln другими</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The larger a dot, the more ads it has among those of its colour: employers have one, skills the other. Lines join what stands together more often than by chance: %Ln pair(s). A double click filters the ads.</source>
        <translation>
            <numerusform>Чем больше точка, тем больше у неё вакансий среди точек её цвета: у работодателей один, у навыков другой. Линии соединяют то, что встречается вместе чаще, чем случайно: %Ln пара. Двойной щелчок отбирает вакансии.</numerusform>
            <numerusform>Чем больше точка, тем больше у неё вакансий среди точек её цвета: у работодателей один, у навыков другой. Линии соединяют то, что встречается вместе чаще, чем случайно: %Ln пары. Двойной щелчок отбирает вакансии.</numerusform>
            <numerusform>Чем больше точка, тем больше у неё вакансий среди точек её цвета: у работодателей один, у навыков другой. Линии соединяют то, что встречается вместе чаще, чем случайно: %Ln пар. Двойной щелчок отбирает вакансии.</numerusform>
        </translation>
    </message>
    <message>
        <source>Skill: %1</source>
        <translation>Навык: %1</translation>
    </message>
    <message>
        <source>Employer: %1</source>
        <translation>Работодатель: %1</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProblemsPage</name>
    <message>
        <source>Problems by cause</source>
        <translation>Проблемы по причинам</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Проблем нет</translation>
    </message>
    <message>
        <source>Everything that was asked so far was answered.</source>
        <translation>На все запросы получены ответы.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Problems of “%1”</source>
        <translation>Проблемы: «%1»</translation>
    </message>
    <message>
        <source>Open the address in the browser</source>
        <translation>Открыть адрес в браузере</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Копировать адрес</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Спросить ещё раз</translation>
    </message>
    <message>
        <source>Asks again for what is chosen, or for everything</source>
        <translation>Спрашивает ещё раз выбранное или всё</translation>
    </message>
    <message>
        <source>The run is still under way. Finish it first, then ask again.</source>
        <translation>Запуск ещё идёт. Сначала завершите его, затем спросите ещё раз.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProjectActions</name>
    <message>
        <source>Linnet projects (*.%1)</source>
        <translation>Проекты Linnet (*.%1)</translation>
    </message>
    <message>
        <source>Unsaved project</source>
        <translation>Несохранённый проект</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Открыть проект</translation>
    </message>
    <message>
        <source>The project cannot be opened.</source>
        <translation>Не удалось открыть проект.</translation>
    </message>
    <message>
        <source>Open another project?</source>
        <translation>Открыть другой проект?</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Сохранить проект</translation>
    </message>
    <message>
        <source>The project cannot be saved.</source>
        <translation>Не удалось сохранить проект.</translation>
    </message>
    <message>
        <source>Close the project?</source>
        <translation>Закрыть проект?</translation>
    </message>
    <message>
        <source>The project could not be closed cleanly.</source>
        <translation>Не удалось закрыть проект как следует.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Пока нет</translation>
    </message>
    <message>
        <source>A run is under way</source>
        <translation>Идёт сбор данных</translation>
    </message>
    <message>
        <source>The project can be saved under another name when the run has ended. Nothing is lost meanwhile: every row is stored as it comes.</source>
        <translation>Проект можно будет сохранить под другим именем, когда сбор закончится. До тех пор ничего не пропадёт: каждая строка сохраняется сразу.</translation>
    </message>
    <message>
        <source>A run is under way. Its rows are kept, and it can go on later where it stopped.</source>
        <translation>Идёт сбор данных. Собранные строки сохранятся, и позже его можно продолжить с того же места.</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>Остановить сбор</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Nothing is left to save: every row is stored as it comes.</source>
        <translation>Сохранять нечего: каждая строка записывается сразу.</translation>
    </message>
    <message>
        <source>Which project is to be added?</source>
        <translation>Какой проект добавить?</translation>
    </message>
    <message>
        <source>Save both as a new project</source>
        <translation>Сохранить оба как новый проект</translation>
    </message>
    <message>
        <source>Add the other project?</source>
        <translation>Добавить другой проект?</translation>
    </message>
    <message>
        <source>The project cannot be added.</source>
        <translation>Проект не удаётся добавить.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were added.</source>
        <translation>
            <numerusform>Добавлен %n запуск.</numerusform>
            <numerusform>Добавлены %n запуска.</numerusform>
            <numerusform>Добавлено %n запусков.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1 (только чтение)</translation>
    </message>
    <message>
        <source>%1 and %2 become one project…</source>
        <translation>%1 и %2 соединяются в один проект…</translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation>Пример проекта</translation>
    </message>
    <message>
        <source>Open the sample project?</source>
        <translation>Открыть пример проекта?</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProjectBanner</name>
    <message>
        <source>Nothing can be stored just now. %1 Linnet tries again every few seconds; do not close it before that.</source>
        <translation>Сейчас ничего не удаётся сохранить. %1 Linnet повторяет попытку каждые несколько секунд; до этого не закрывайте его.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Перечитать</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>This project was made by an earlier version of Linnet and was brought up to date. As it was, it is kept as %1.</source>
        <translation>Проект создан более ранней версией Linnet и приведён к нынешней. Прежний файл сохранён как %1.</translation>
    </message>
    <message>
        <source>This is the sample project: all in it is invented, the dates too. Change what you like; who opens it anew finds it as it was. Saved under another name it is yours.</source>
        <translation>Это пример проекта: всё в нём вымышлено, даты тоже. Меняйте что угодно: открытый заново, он снова такой, каким был. Сохранённый под другим именем — ваш.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProjectCare</name>
    <message>
        <source>A run is under way. Finish it first.</source>
        <translation>Идёт запуск. Сначала завершите его.</translation>
    </message>
    <message numerus="yes">
        <source>No search has more than %n run(s) with rows: nothing is to be removed.</source>
        <translation>
            <numerusform>Ни у одного поиска нет больше %n запуска со строками: удалять нечего.</numerusform>
            <numerusform>Ни у одного поиска нет больше %n запусков со строками: удалять нечего.</numerusform>
            <numerusform>Ни у одного поиска нет больше %n запусков со строками: удалять нечего.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the rows of %n older run(s)?</source>
        <translation>
            <numerusform>Удалить строки %n более раннего запуска?</numerusform>
            <numerusform>Удалить строки %n более ранних запусков?</numerusform>
            <numerusform>Удалить строки %n более ранних запусков?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of results go, with their requests. The runs stay in all lists with their counts, but cannot be looked at, exported or compared any more.</source>
        <translation>
            <numerusform>Будет удалена %Ln строка результатов вместе с запросами. Запуски останутся во всех списках с числом строк, но смотреть, выгружать и сравнивать их будет нельзя.</numerusform>
            <numerusform>Будут удалены %Ln строки результатов вместе с запросами. Запуски останутся во всех списках с числом строк, но смотреть, выгружать и сравнивать их будет нельзя.</numerusform>
            <numerusform>Будет удалено %Ln строк результатов вместе с запросами. Запуски останутся во всех списках с числом строк, но смотреть, выгружать и сравнивать их будет нельзя.</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Отменить это нельзя.</translation>
    </message>
    <message>
        <source>Remove the rows</source>
        <translation>Удалить строки</translation>
    </message>
    <message>
        <source>The rows could not be removed.</source>
        <translation>Не удалось удалить строки.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) kept as counts only.</source>
        <translation>
            <numerusform>У %n запуска оставлено только число строк.</numerusform>
            <numerusform>У %n запусков оставлено только число строк.</numerusform>
            <numerusform>У %n запусков оставлено только число строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>The project cannot be compacted.</source>
        <translation>Проект нельзя сжать.</translation>
    </message>
    <message>
        <source>It needs up to %1 for a while; %2 are free on this disk.</source>
        <translation>На время нужно до %1; на этом диске свободно %2.</translation>
    </message>
    <message>
        <source>Give the room of what was removed back?</source>
        <translation>Освободить место удалённого?</translation>
    </message>
    <message>
        <source>There is not enough room to compact the project.</source>
        <translation>Для сжатия проекта не хватает места.</translation>
    </message>
    <message>
        <source>The project is written anew without what was removed: it is closed meanwhile, and what was deleted or changed before cannot be undone afterwards.</source>
        <translation>Проект записывается заново без удалённого: на это время он закрывается, и отменить сделанные раньше удаления и изменения потом будет нельзя.</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Сжать</translation>
    </message>
    <message>
        <source>The project could not be closed cleanly.</source>
        <translation>Проект не удалось закрыть как следует.</translation>
    </message>
    <message>
        <source>%1 is being compacted…</source>
        <translation>%1 сжимается…</translation>
    </message>
    <message>
        <source>%1 before, %2 now.</source>
        <translation>Было %1, стало %2.</translation>
    </message>
    <message>
        <source>The compaction was stopped; the project is as it was.</source>
        <translation>Сжатие остановлено; проект остался как был.</translation>
    </message>
    <message>
        <source>The project could not be compacted; it is as it was.</source>
        <translation>Проект не удалось сжать; он остался как был.</translation>
    </message>
    <message>
        <source>Every page of %1 is being looked at…</source>
        <translation>Просматриваются все страницы файла %1…</translation>
    </message>
    <message>
        <source>The check was stopped before its end.</source>
        <translation>Проверка остановлена, не дойдя до конца.</translation>
    </message>
    <message>
        <source>The project cannot be checked.</source>
        <translation>Проект нельзя проверить.</translation>
    </message>
    <message>
        <source>Rescue into a new project</source>
        <translation>Спасение в новый проект</translation>
    </message>
    <message>
        <source>Linnet projects (*.%1)</source>
        <translation>Проекты Linnet (*.%1)</translation>
    </message>
    <message>
        <source>%1 rescued</source>
        <translation>%1 — спасённый</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name for the new project.</source>
        <translation>Файл с таким именем уже есть. Выберите для нового проекта другое имя.</translation>
    </message>
    <message>
        <source>What can be read of %1 goes into a new project…</source>
        <translation>Всё, что читается в %1, переносится в новый проект…</translation>
    </message>
    <message>
        <source>Nothing could be rescued.</source>
        <translation>Спасти ничего не удалось.</translation>
    </message>
    <message>
        <source>What could be read is in the new project, which is open now.</source>
        <translation>Всё, что удалось прочитать, — в новом проекте; он открыт.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProjectDialog</name>
    <message>
        <source>This project</source>
        <translation>Этот проект</translation>
    </message>
    <message>
        <source>Copy the &amp;path</source>
        <translation>Скопировать &amp;путь</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Показать в &amp;папке</translation>
    </message>
    <message>
        <source>The sizes are being read</source>
        <translation>Читаются размеры</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The sizes are not needed for anything else here</source>
        <translation>Размеры ни для чего другого здесь не нужны</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Запусков пока нет</translation>
    </message>
    <message>
        <source>What is searched, crawled or checked will stand here.</source>
        <translation>Здесь появятся поиски, обходы и проверки.</translation>
    </message>
    <message>
        <source>Runs of the project</source>
        <translation>Запуски проекта</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>How many runs of each search stay in full</source>
        <translation>Сколько запусков каждого поиска остаются целиком</translation>
    </message>
    <message>
        <source>Co&amp;mpact…</source>
        <translation>С&amp;жать…</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>Про&amp;верить</translation>
    </message>
    <message>
        <source>Looks at every page of the file for damage; nothing is changed</source>
        <translation>Ищет повреждения на каждой странице файла; ничего не меняет</translation>
    </message>
    <message>
        <source>&amp;Rescue into a new project…</source>
        <translation>С&amp;пасти в новый проект…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>The path is copied.</source>
        <translation>Путь скопирован.</translation>
    </message>
    <message numerus="yes">
        <source>Keep the last %n run(s) of each search in full…</source>
        <translation>
            <numerusform>Оставить целиком %n последний запуск каждого поиска…</numerusform>
            <numerusform>Оставить целиком %n последних запуска каждого поиска…</numerusform>
            <numerusform>Оставить целиком %n последних запусков каждого поиска…</numerusform>
        </translation>
    </message>
    <message>
        <source>What the runs take is being read…</source>
        <translation>Определяется, сколько места занимают запуски…</translation>
    </message>
    <message>
        <source>The file has %1; %2 of it are free and would be given back by compacting.</source>
        <translation>Размер файла — %1; из них %2 свободны и вернутся диску при сжатии.</translation>
    </message>
    <message>
        <source>What the runs take was not read to the end.</source>
        <translation>Размеры запусков прочитаны не до конца.</translation>
    </message>
    <message>
        <source>What the runs take cannot be read: %1</source>
        <translation>Размеры запусков не читаются: %1</translation>
    </message>
    <message>
        <source>Deletes the runs that are selected; undo brings them back until the project is closed (Del)</source>
        <translation>Удаляет выделенные запуски; пока проект не закрыт, их можно вернуть отменой (Del)</translation>
    </message>
    <message>
        <source>Removes the rows of older runs for good; they stay in all lists with their counts. It is asked before.</source>
        <translation>Насовсем удаляет строки более ранних запусков; в списках они остаются с числом строк. Перед этим будет вопрос.</translation>
    </message>
    <message>
        <source>Gives the room of what was removed back to the disk</source>
        <translation>Возвращает диску место удалённого</translation>
    </message>
    <message>
        <source>For a damaged project: brings what can be read into a new one; this one stays as it is</source>
        <translation>Для повреждённого проекта: переносит всё, что читается, в новый; этот остаётся как есть</translation>
    </message>
    <message>
        <source>Rescue what can be read…</source>
        <translation>Спасти что читается…</translation>
    </message>
    <message>
        <source>A run that is under way cannot be deleted. Finish it first.</source>
        <translation>Запуск, который ещё идёт, удалить нельзя. Сначала завершите его.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) deleted. Undo brings them back until the project is closed; their room is given back by compacting.</source>
        <translation>
            <numerusform>Удалён %n запуск. Пока проект не закрыт, его можно вернуть отменой; место освободит сжатие.</numerusform>
            <numerusform>Удалено %n запуска. Пока проект не закрыт, их можно вернуть отменой; место освободит сжатие.</numerusform>
            <numerusform>Удалено %n запусков. Пока проект не закрыт, их можно вернуть отменой; место освободит сжатие.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProjectOpener</name>
    <message>
        <source>“%1” is open in another Linnet.</source>
        <translation>«%1» открыт в другом окне Linnet.</translation>
    </message>
    <message>
        <source>It can be opened to read here: rows can be looked at, filtered and exported while the other Linnet goes on. To change something close it there first, or save it under another name afterwards.</source>
        <translation>Здесь его можно открыть только для чтения: смотреть, отбирать и выгружать строки, пока другой Linnet работает дальше. Чтобы что-то изменить, сначала закройте проект там или потом сохраните его под другим именем.</translation>
    </message>
    <message>
        <source>Open to read</source>
        <translation>Открыть для чтения</translation>
    </message>
    <message>
        <source>It was made by an earlier version of Linnet and has to be brought up to date first, but it is open in another Linnet. Close it there, then open it here.</source>
        <translation>Он создан более ранней версией Linnet, и его сначала нужно привести к нынешней, но он открыт в другом окне Linnet. Закройте его там, потом откройте здесь.</translation>
    </message>
    <message>
        <source>It was made by an earlier version of Linnet and has to be brought up to date first, but it cannot be written where it is. Copy it to a folder of your own and open the copy.</source>
        <translation>Он создан более ранней версией Linnet, и его сначала нужно привести к нынешней, но записать его на его месте нельзя. Скопируйте его в свою папку и откройте копию.</translation>
    </message>
    <message>
        <source>The project cannot be opened.</source>
        <translation>Проект нельзя открыть.</translation>
    </message>
    <message>
        <source>%1 is not a Linnet project. If it was one, it is damaged: a rescue brings what can still be read into a new project and leaves this file as it is.</source>
        <translation>%1 — не проект Linnet. Если был им, то повреждён: спасение перенесёт всё, что ещё читается, в новый проект и оставит этот файл как есть.</translation>
    </message>
    <message>
        <source>%1 seems to be damaged. A rescue brings what can still be read into a new project and leaves this file as it is. A copy from before the damage is better still.</source>
        <translation>Похоже, %1 повреждён. Спасение перенесёт всё, что ещё читается, в новый проект и оставит этот файл как есть. Ещё лучше — копия, сделанная до повреждения.</translation>
    </message>
    <message>
        <source>Rescue what can be read…</source>
        <translation>Спасти что читается…</translation>
    </message>
    <message>
        <source>The sample project cannot be made.</source>
        <translation>Пример проекта не удалось создать.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProjectRuns</name>
    <message>
        <source>%1, kept as a count only</source>
        <translation>%1, только число</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>Запуск %1: %2</translation>
    </message>
    <message>
        <source>About what the run takes of the file; a text that several runs have counts for the first of them</source>
        <translation>Примерно столько места запуск занимает в файле; текст, который есть у нескольких запусков, считается у первого из них</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyDialog</name>
    <message>
        <source>It is &amp;my own: tokens, cookies and logins may go through it</source>
        <translation>Он &amp;мой: через него можно пускать токены, cookies и логины</translation>
    </message>
    <message>
        <source>One proxy</source>
        <translation>Один прокси</translation>
    </message>
    <message>
        <source>&amp;Address of the proxy:</source>
        <translation>&amp;Адрес прокси:</translation>
    </message>
    <message>
        <source>host:port, socks5://host:port, user:password@host:port …</source>
        <translation>хост:порт, socks5://хост:порт, логин:пароль@хост:порт …</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Взять</translation>
    </message>
    <message>
        <source>A proxy without a scheme is taken for HTTP.</source>
        <translation>Прокси без схемы считается прокси HTTP.</translation>
    </message>
    <message>
        <source>Only one proxy can be taken here.</source>
        <translation>Здесь можно указать только один прокси.</translation>
    </message>
    <message>
        <source>Proxies of this kind are not supported; take one with HTTP or SOCKS5.</source>
        <translation>Прокси этого вида не поддерживаются; возьмите HTTP или SOCKS5.</translation>
    </message>
    <message>
        <source>%1, with a login, which is kept in the keychain.</source>
        <translation>%1, с логином; он хранится в связке ключей.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyImportDialog</name>
    <message>
        <source>Proxies from %1</source>
        <translation>Прокси из %1</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>Взять</translation>
    </message>
    <message>
        <source>Kind of proxies that name none</source>
        <translation>Вид прокси, у которых он не указан</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>What the list holds</source>
        <translation>Что есть в списке</translation>
    </message>
    <message>
        <source>Proxies that do not name their kind are</source>
        <translation>Прокси, вид которых не указан, —</translation>
    </message>
    <message>
        <source>listed, but this kind is not supported</source>
        <translation>в списке, но этот вид не поддерживается</translation>
    </message>
    <message>
        <source>with login</source>
        <translation>с логином</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>ваш собственный</translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s)</source>
        <translation>
            <numerusform>%n прокси</numerusform>
            <numerusform>%n прокси</numerusform>
            <numerusform>%n прокси</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated</source>
        <translation>
            <numerusform>%n повтор</numerusform>
            <numerusform>%n повтора</numerusform>
            <numerusform>%n повторов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not supported</source>
        <translation>
            <numerusform>%n не поддерживается</numerusform>
            <numerusform>%n не поддерживаются</numerusform>
            <numerusform>%n не поддерживаются</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be read</source>
        <translation>
            <numerusform>%n строка не читается</numerusform>
            <numerusform>%n строки не читаются</numerusform>
            <numerusform>%n строк не читаются</numerusform>
        </translation>
    </message>
    <message>
        <source>Type or paste proxies</source>
        <translation>Ввести или вставить прокси</translation>
    </message>
    <message>
        <source>Proxies, one a line</source>
        <translation>Прокси, по одному в строке</translation>
    </message>
    <message>
        <source>Proxies, one a line: host:port, socks5://host:port, host:port:user:password …</source>
        <translation>Прокси, по одному в строке: хост:порт, socks5://хост:порт, хост:порт:логин:пароль …</translation>
    </message>
    <message>
        <source>it is larger than a list of proxies can be</source>
        <translation>файл больше, чем бывает список прокси</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyListActions</name>
    <message>
        <source>Taken back.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Отменить: %1</translation>
    </message>
    <message>
        <source>%1 was read.</source>
        <translation>Прочитано: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was read: %n new</source>
        <translation>
            <numerusform>Прочитано: %1; %n новый</numerusform>
            <numerusform>Прочитано: %1; %n новых</numerusform>
            <numerusform>Прочитано: %1; %n новых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%n исчез</numerusform>
            <numerusform>%n исчезло</numerusform>
            <numerusform>%n исчезло</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>Не удалось прочитать %1: %2</translation>
    </message>
    <message>
        <source>The keychain cannot be used (%1): logins of these proxies are known until Linnet is closed, and must be given again then.</source>
        <translation>Связка ключей недоступна (%1): логины этих прокси известны, пока Linnet открыт, потом их придётся ввести снова.</translation>
    </message>
    <message>
        <source>The list could not be stored: %1</source>
        <translation>Не удалось сохранить список: %1</translation>
    </message>
    <message>
        <source>Proxies from a file</source>
        <translation>Прокси из файла</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.json *.lst *.html)</source>
        <translation>Списки (*.txt *.csv *.json *.lst *.html)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>A source was removed with its proxies.</source>
        <translation>Источник убран вместе с его прокси.</translation>
    </message>
    <message>
        <source>List %1</source>
        <comment>of proxies, numbered</comment>
        <translation>Список %1</translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s) were taken.</source>
        <translation>
            <numerusform>Взят %n прокси.</numerusform>
            <numerusform>Взято %n прокси.</numerusform>
            <numerusform>Взято %n прокси.</numerusform>
        </translation>
    </message>
    <message>
        <source>Proxies from a web address</source>
        <translation>Прокси по веб-адресу</translation>
    </message>
    <message>
        <source>Address of a list or of a page with one:</source>
        <translation>Адрес списка или страницы со списком:</translation>
    </message>
    <message>
        <source>%1 is being read…</source>
        <translation>Читается %1…</translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s) switched on.</source>
        <translation>
            <numerusform>Включён %n прокси.</numerusform>
            <numerusform>Включено %n прокси.</numerusform>
            <numerusform>Включено %n прокси.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s) switched off.</source>
        <translation>
            <numerusform>Выключен %n прокси.</numerusform>
            <numerusform>Выключено %n прокси.</numerusform>
            <numerusform>Выключено %n прокси.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s) are your own: tokens and logins may go through.</source>
        <translation>
            <numerusform>%n прокси отмечен как ваш: токены и логины могут идти через него.</numerusform>
            <numerusform>%n прокси отмечены как ваши: токены и логины могут идти через них.</numerusform>
            <numerusform>%n прокси отмечены как ваши: токены и логины могут идти через них.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s) are not your own.</source>
        <translation>
            <numerusform>%n прокси больше не отмечен как ваш.</numerusform>
            <numerusform>%n прокси больше не отмечены как ваши.</numerusform>
            <numerusform>%n прокси больше не отмечены как ваши.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s) removed.</source>
        <translation>
            <numerusform>Убран %n прокси.</numerusform>
            <numerusform>Убрано %n прокси.</numerusform>
            <numerusform>Убрано %n прокси.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list “%1” was deleted.</source>
        <translation>Список «%1» удалён.</translation>
    </message>
    <message>
        <source>Rename the list</source>
        <translation>Переименовать список</translation>
    </message>
    <message>
        <source>Name of the list:</source>
        <translation>Название списка:</translation>
    </message>
    <message>
        <source>Renamed.</source>
        <translation>Переименовано.</translation>
    </message>
    <message>
        <source>Export with logins, readable for everybody who has the file</source>
        <translation>Экспорт с логинами: их прочтёт каждый, у кого есть файл</translation>
    </message>
    <message>
        <source>Export without logins</source>
        <translation>Экспорт без логинов</translation>
    </message>
    <message>
        <source>Lists (*.txt)</source>
        <translation>Списки (*.txt)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Не удалось записать %1: %2</translation>
    </message>
    <message>
        <source>All proxies of the list are your own.</source>
        <translation>Все прокси списка отмечены как ваши.</translation>
    </message>
    <message>
        <source>None is your own.</source>
        <translation>Ни один больше не отмечен как ваш.</translation>
    </message>
    <message>
        <source>The use of the list changed.</source>
        <translation>Использование списка изменено.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyLists</name>
    <message>
        <source>New list of proxies</source>
        <translation>Новый список прокси</translation>
    </message>
    <message numerus="yes">
        <source>%n good</source>
        <translation>
            <numerusform>%n рабочий</numerusform>
            <numerusform>%n рабочих</numerusform>
            <numerusform>%n рабочих</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyListsPage</name>
    <message>
        <source>Type or paste…</source>
        <translation>Ввести или вставить…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Из файла…</translation>
    </message>
    <message>
        <source>From a web address…</source>
        <translation>По веб-адресу…</translation>
    </message>
    <message>
        <source>Choose those that failed the last test</source>
        <translation>Выбрать те, что не прошли проверку</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Export without logins…</source>
        <translation>Экспорт без логинов…</translation>
    </message>
    <message>
        <source>Export with logins…</source>
        <translation>Экспорт с логинами…</translation>
    </message>
    <message>
        <source>Delete the list</source>
        <translation>Удалить список</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Прочитать снова</translation>
    </message>
    <message>
        <source>Remove its proxies</source>
        <translation>Убрать его прокси</translation>
    </message>
    <message>
        <source>None has failed a test. Press Test to test them.</source>
        <translation>Не прошедших проверку нет. Нажмите «Проверить», чтобы проверить прокси.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Записано: %1</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>all are my own</source>
        <translation>все мои</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Включить</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Выключить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Tests the chosen proxies, or all that are switched on, with the judge of the test&apos;s form</source>
        <translation>Проверяет выбранные прокси или все включённые; судья указан в форме проверки</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>Where the proxies are from; lists at web addresses can be read again</source>
        <translation>Откуда прокси; списки по веб-адресам можно прочитать снова</translation>
    </message>
    <message>
        <source>More for this list</source>
        <translation>Ещё для этого списка</translation>
    </message>
    <message>
        <source>Rename, export, delete</source>
        <translation>Переименовать, экспортировать, удалить</translation>
    </message>
    <message>
        <source>Tokens, cookies and logins go only through proxies that are your own</source>
        <translation>Токены, cookies и логины идут только через ваши собственные прокси</translation>
    </message>
    <message>
        <source>Proxies of the list</source>
        <translation>Прокси списка</translation>
    </message>
    <message>
        <source>No proxies yet</source>
        <translation>Прокси пока нет</translation>
    </message>
    <message>
        <source>Press Add to paste a list, to take it from a file, or to read it from a web address. Forms then offer the list in their choice of proxies.</source>
        <translation>Нажмите «Добавить», чтобы вставить список, взять его из файла или прочитать по веб-адресу. После этого формы предложат его при выборе прокси.</translation>
    </message>
    <message>
        <source>New list of proxies</source>
        <translation>Новый список прокси</translation>
    </message>
    <message>
        <source>My own: tokens and logins may go through</source>
        <translation>Мои: через них могут идти токены и логины</translation>
    </message>
    <message>
        <source>Not my own</source>
        <translation>Не мои</translation>
    </message>
    <message>
        <source>The lists of proxies could not be read. The file was put aside, as %1.</source>
        <translation>Списки прокси не удалось прочитать. Файл отложен под именем %1.</translation>
    </message>
    <message>
        <source>How the proxies are used</source>
        <translation>Как используются прокси</translation>
    </message>
    <message>
        <source>In which order the proxies of the list are taken, and what may go past them, unless a form says otherwise</source>
        <translation>В каком порядке берутся прокси списка и что может идти мимо них, если в форме не выбрано иное</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyLoginDialog</name>
    <message>
        <source>The proxy %1 lets requests through only with a login.</source>
        <translation>Прокси %1 пропускает запросы только по имени и паролю.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyMenu</name>
    <message>
        <source>Each proxy has the whole pace for itself</source>
        <translation>Каждому прокси — полная скорость</translation>
    </message>
    <message>
        <source>Three proxies ask a site three times as often. Not at sites that have refused a request.</source>
        <translation>Три прокси спрашивают сайт втрое чаще. Не действует на сайтах, которые уже отказывали.</translation>
    </message>
    <message>
        <source>Hosts asked directly…</source>
        <translation>Узлы, запрашиваемые напрямую…</translation>
    </message>
    <message>
        <source>Hosts that are asked past the proxies; none, unless you name some</source>
        <translation>Узлы, которые запрашиваются мимо прокси; никакие, пока вы их не назовёте</translation>
    </message>
    <message>
        <source>Directly when none works: servers see your address</source>
        <translation>Напрямую, если ни один не работает: серверы увидят ваш адрес</translation>
    </message>
    <message>
        <source>Without this, requests wait for a proxy that works and then fail. Tokens, cookies and logins never go directly.</source>
        <translation>Без этого запросы ждут работающего прокси, а потом не удаются. Токены, cookie и логины напрямую не идут никогда.</translation>
    </message>
    <message>
        <source>each at the whole pace</source>
        <translation>каждому полная скорость</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) directly</source>
        <translation>
            <numerusform>%n узел напрямую</numerusform>
            <numerusform>%n узла напрямую</numerusform>
            <numerusform>%n узлов напрямую</numerusform>
        </translation>
    </message>
    <message>
        <source>directly if need be</source>
        <translation>иначе напрямую</translation>
    </message>
    <message>
        <source>only through it</source>
        <translation>только через него</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyPicker</name>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s)</source>
        <translation>
            <numerusform>%n прокси</numerusform>
            <numerusform>%n прокси</numerusform>
            <numerusform>%n прокси</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of that run</source>
        <translation>%1 того запуска</translation>
    </message>
    <message>
        <source>%1, as it was (%2)</source>
        <translation>%1, каким он был (%2)</translation>
    </message>
    <message>
        <source>proxy: as the system</source>
        <translation>прокси: как в системе</translation>
    </message>
    <message>
        <source>no proxy</source>
        <translation>без прокси</translation>
    </message>
    <message>
        <source>%1 (%L2)</source>
        <comment>list and number of proxies</comment>
        <translation>%1 (%L2)</translation>
    </message>
    <message>
        <source>one proxy…</source>
        <translation>один прокси…</translation>
    </message>
    <message>
        <source>Lists of proxies…</source>
        <translation>Списки прокси…</translation>
    </message>
    <message>
        <source>Typed in forms</source>
        <translation>Введённые в формах</translation>
    </message>
    <message>
        <source>How requests go out. With a list or a proxy chosen everything goes through it, and nothing goes directly unless you allow it in the menu beside.</source>
        <translation>Как уходят запросы. Если выбран список или прокси, всё идёт через него, и ничего — напрямую, если вы не разрешите этого в меню рядом.</translation>
    </message>
    <message>
        <source>How the proxies are used</source>
        <translation>Как используются прокси</translation>
    </message>
    <message>
        <source>In which order the proxies are taken, how fast, and what may go past them</source>
        <translation>В каком порядке берутся прокси, с какой скоростью и что может идти мимо них</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyTestForm</name>
    <message>
        <source>From a file…</source>
        <translation>Из файла…</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Убрать все</translation>
    </message>
    <message>
        <source>Proxies to test</source>
        <translation>Прокси для проверки</translation>
    </message>
    <message>
        <source>Proxies, one a line: host:port, socks5://host:port, host:port:user:password …</source>
        <translation>Прокси, по одному в строке: host:port, socks5://host:port, host:port:user:password …</translation>
    </message>
    <message>
        <source>kind not named: %1</source>
        <translation>вид не указан: %1</translation>
    </message>
    <message>
        <source>Kind of proxies that name none</source>
        <translation>Вид прокси, у которых он не указан</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Судья</translation>
    </message>
    <message>
        <source>Judge: httpbin.org</source>
        <translation>Судья: httpbin.org</translation>
    </message>
    <message>
        <source>The page that tells what it saw of a request, as httpbin.org/get or azenv do. It is asked directly once, to learn your own address, then through every proxy.</source>
        <translation>Страница, которая говорит, что она увидела в запросе, как httpbin.org/get или azenv. Один раз её спрашивают напрямую, чтобы узнать ваш адрес, затем через каждый прокси.</translation>
    </message>
    <message>
        <source>How fast the judge is asked</source>
        <translation>Как часто спрашивать судью</translation>
    </message>
    <message>
        <source>Proxies from a file</source>
        <translation>Прокси из файла</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.json *.lst *.html)</source>
        <translation>Списки (*.txt *.csv *.json *.lst *.html)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 не читается: %2</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyTestPresenter</name>
    <message numerus="yes">
        <source>%n proxy(s)</source>
        <translation>
            <numerusform>%n прокси</numerusform>
            <numerusform>%n прокси</numerusform>
            <numerusform>%n прокси</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no proxy to test yet.</source>
        <translation>Проверять пока нечего.</translation>
    </message>
    <message>
        <source>The judge is a web address that begins with http:// or https://.</source>
        <translation>Судья — это веб-адрес, который начинается с http:// или https://.</translation>
    </message>
    <message>
        <source>No proxies yet. Logins stay in memory and are never stored with the results.</source>
        <translation>Прокси пока нет. Логины остаются в памяти и не хранятся вместе с результатами.</translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s) will be tested</source>
        <translation>
            <numerusform>Будет проверен %n прокси</numerusform>
            <numerusform>Будут проверены %n прокси</numerusform>
            <numerusform>Будут проверены %n прокси</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated</source>
        <translation>
            <numerusform>%n повтор</numerusform>
            <numerusform>%n повтора</numerusform>
            <numerusform>%n повторов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be read</source>
        <translation>
            <numerusform>%n строка не читается</numerusform>
            <numerusform>%n строки не читаются</numerusform>
            <numerusform>%n строк не читаются</numerusform>
        </translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>строка %1: %2</translation>
    </message>
    <message>
        <source>None of them works.</source>
        <translation>Ни один не работает.</translation>
    </message>
    <message>
        <source>%1 of %2 work.</source>
        <translation>Работают %1 из %2.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyTestTask</name>
    <message>
        <source>Test</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Tests every proxy of the list (F5)</source>
        <translation>Проверяет каждый прокси списка (F5)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln proxy(s)</source>
        <translation>
            <numerusform>%Ln прокси</numerusform>
            <numerusform>%Ln прокси</numerusform>
            <numerusform>%Ln прокси</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s)</source>
        <translation>
            <numerusform>%n проверка</numerusform>
            <numerusform>%n проверки</numerusform>
            <numerusform>%n проверок</numerusform>
        </translation>
    </message>
    <message>
        <source>asking the judge without a proxy…</source>
        <translation>запрос к судье без прокси…</translation>
    </message>
    <message>
        <source>This test was interrupted: %1 are here, the rest was not tested yet.</source>
        <translation>Проверка прервана: здесь %1, остальные ещё не проверены.</translation>
    </message>
    <message>
        <source>The test cannot begin.</source>
        <translation>Проверка не может начаться.</translation>
    </message>
    <message>
        <source>There was nothing to test.</source>
        <translation>Проверять было нечего.</translation>
    </message>
    <message>
        <source>No proxy could be tested</source>
        <translation>Ни один прокси не удалось проверить</translation>
    </message>
    <message>
        <source>Nothing tested yet</source>
        <translation>Ещё ничего не проверено</translation>
    </message>
    <message>
        <source>Paste proxies above, one a line, or take them from a file, and press Test. Each one is asked to carry requests to a judge, which tells what it saw.</source>
        <translation>Вставьте прокси выше, по одному в строке, или возьмите их из файла и нажмите «Проверить». Через каждый пойдут запросы к судье, который говорит, что он увидел.</translation>
    </message>
    <message>
        <source>Proxies</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>No row passes.
Clear the filter to see all proxies.</source>
        <translation>Ни одна строка не подходит.
Сбросьте фильтр, чтобы видеть все прокси.</translation>
    </message>
    <message>
        <source>New proxy test</source>
        <translation>Новая проверка прокси</translation>
    </message>
    <message>
        <source>Which proxies of a list work, what servers see of you through them, and how quick they are.</source>
        <translation>Какие прокси списка работают, что серверы видят через них о вас и насколько они быстры.</translation>
    </message>
    <message>
        <source>Lists of proxies %1</source>
        <translation>Списки прокси %1</translation>
    </message>
    <message>
        <source>&amp;Proxies</source>
        <translation>&amp;Прокси</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProxyUse</name>
    <message>
        <source>No proxy of the list “%1” is switched on. Switch some on, or choose another way.</source>
        <translation>В списке «%1» не включён ни один прокси. Включите их или выберите другой путь.</translation>
    </message>
    <message>
        <source>The proxy %1 is switched off in the lists of proxies. Switch it on there, or choose another way.</source>
        <translation>Прокси %1 выключен в списках прокси. Включите его там или выберите другой способ.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::QueriesDialog</name>
    <message numerus="yes">
        <source>%Ln search(es).</source>
        <translation>
            <numerusform>%Ln поиск.</numerusform>
            <numerusform>%Ln поиска.</numerusform>
            <numerusform>%Ln поисков.</numerusform>
        </translation>
    </message>
    <message>
        <source>List of searches</source>
        <translation>Список поисков</translation>
    </message>
    <message>
        <source>&amp;One search a line, each asked in every chosen region; or a table with the columns text and area, whose lines may name a region of their own:</source>
        <translation>&amp;По поиску в строке, каждый — во всех выбранных регионах; или таблица со столбцами text и area, строки которой могут называть свой регион:</translation>
    </message>
    <message>
        <source>data analyst
data engineer</source>
        <translation>аналитик данных
инженер данных</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Из файла…</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>Взять их</translation>
    </message>
    <message>
        <source>Searches from a file</source>
        <translation>Поиски из файла</translation>
    </message>
    <message>
        <source>Lists and tables (*.txt *.csv *.tsv *.lst)</source>
        <translation>Списки и таблицы (*.txt *.csv *.tsv *.lst)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>linnet::gui::QuestionDialog</name>
    <message>
        <source>New question</source>
        <translation>Новый вопрос</translation>
    </message>
    <message>
        <source>Change the question</source>
        <translation>Изменить вопрос</translation>
    </message>
    <message>
        <source>What is told of each group: how many there are, or the middle and the spread of a number</source>
        <translation>Что говорится о каждой группе: сколько строк или середина и разброс числа</translation>
    </message>
    <message>
        <source>Each group is cut by a second column, as pay by region by experience</source>
        <translation>Каждая группа делится по второму столбцу, как оплата по региону и опыту</translation>
    </message>
    <message>
        <source>It is kept in the project and shown for every table that has these columns.</source>
        <translation>Хранится в проекте и показывается у каждой таблицы, в которой есть эти столбцы.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>&amp;By:</source>
        <translation>&amp;По столбцу:</translation>
    </message>
    <message>
        <source>&amp;Measure:</source>
        <translation>&amp;Мера:</translation>
    </message>
    <message>
        <source>&amp;Split by:</source>
        <translation>&amp;Разделить по:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Название:</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>не делить</translation>
    </message>
    <message>
        <source>Number of ads</source>
        <translation>Число объявлений</translation>
    </message>
    <message>
        <source>Number of addresses</source>
        <translation>Число адресов</translation>
    </message>
    <message>
        <source>%1 by: %2</source>
        <comment>Pay by: region</comment>
        <translation>%1 по столбцу: %2</translation>
    </message>
    <message>
        <source>%1 by: %2, %3</source>
        <comment>Pay by: region, experience</comment>
        <translation>%1 по столбцам: %2, %3</translation>
    </message>
</context>
<context>
    <name>linnet::gui::QuestionList</name>
    <message>
        <source>Questions</source>
        <translation>Вопросы</translation>
    </message>
    <message>
        <source>New question…</source>
        <translation>Новый вопрос…</translation>
    </message>
    <message>
        <source>More about this question</source>
        <translation>Ещё об этом вопросе</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Own questions</source>
        <translation>Свои вопросы</translation>
    </message>
    <message>
        <source>Choose what is counted or measured, by which column; it is kept in the project</source>
        <translation>Выберите, что считать или измерять и по какому столбцу; хранится в проекте</translation>
    </message>
    <message>
        <source>Rename, change or delete this question</source>
        <translation>Переименовать, изменить или удалить этот вопрос</translation>
    </message>
    <message>
        <source>Only own questions can be changed</source>
        <translation>Менять можно только свои вопросы</translation>
    </message>
    <message>
        <source>Change a question</source>
        <translation>Изменение вопроса</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Новый вопрос</translation>
    </message>
    <message>
        <source>Rename a question</source>
        <translation>Переименование вопроса</translation>
    </message>
    <message>
        <source>Delete a question</source>
        <translation>Удаление вопроса</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ReadOnly</name>
    <message>
        <source>This project is open in another Linnet, so it can only be read here. Save it under another name to work with a copy.</source>
        <translation>Этот проект открыт в другом окне Linnet, здесь его можно только смотреть. Чтобы работать с копией, сохраните его под другим именем.</translation>
    </message>
    <message>
        <source>This project cannot be written where it is, so it can only be read. Save it elsewhere to work with a copy.</source>
        <translation>Записать этот проект на его месте нельзя, его можно только смотреть. Чтобы работать с копией, сохраните его в другом месте.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ReportDialog</name>
    <message>
        <source>&amp;Make report</source>
        <translation>&amp;Составить отчёт</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>What was searched for</source>
        <translation>То, что искали</translation>
    </message>
    <message>
        <source>None; a PNG or JPEG picture</source>
        <translation>Нет; картинка PNG или JPEG</translation>
    </message>
    <message>
        <source>What you want to add; an empty line begins a paragraph</source>
        <translation>Что вы хотите добавить; пустая строка начинает абзац</translation>
    </message>
    <message>
        <source>Page for the browser, HTML</source>
        <translation>Страница для браузера, HTML</translation>
    </message>
    <message>
        <source>Pages for paper, PDF</source>
        <translation>Страницы для печати, PDF</translation>
    </message>
    <message>
        <source>report</source>
        <translation>отчёт</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Обзор…</translation>
    </message>
    <message>
        <source>Choose where the file goes</source>
        <translation>Выбрать, куда сохранить файл</translation>
    </message>
    <message>
        <source>Choose the logo</source>
        <translation>Выбрать логотип</translation>
    </message>
    <message>
        <source>Report to</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Логотип</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Картинки (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Заголовок:</translation>
    </message>
    <message>
        <source>&amp;Author:</source>
        <translation>&amp;Автор:</translation>
    </message>
    <message>
        <source>&amp;Logo:</source>
        <translation>&amp;Логотип:</translation>
    </message>
    <message>
        <source>&amp;Remarks:</source>
        <translation>&amp;Примечания:</translation>
    </message>
    <message>
        <source>&amp;Questions:</source>
        <translation>&amp;Вопросы:</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>Фор&amp;мат:</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Файл:</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Автор</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Примечания</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Вопросы</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Progress of the report</source>
        <translation>Ход составления отчёта</translation>
    </message>
    <message>
        <source>The name of the file ends with .html or .pdf.</source>
        <translation>Имя файла должно оканчиваться на .html или .pdf.</translation>
    </message>
    <message>
        <source>What is wrong with the site?</source>
        <translation>Что не так с сайтом?</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ResultsPane</name>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Choose which columns are shown</source>
        <translation>Выбрать, какие столбцы показывать</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>Show what the rows are made of, to filter by it (Ctrl+Shift+V)</source>
        <translation>Показать, какие значения есть в строках, и отобрать по ним (Ctrl+Shift+V)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Write these rows to a file (Ctrl+E)</source>
        <translation>Записать эти строки в файл (Ctrl+E)</translation>
    </message>
    <message>
        <source>No row passes the filter.
Take away one of the conditions above the table.</source>
        <translation>Ни одна строка не подходит под фильтр.
Уберите одно из условий над таблицей.</translation>
    </message>
    <message>
        <source>The first rows are on their way.</source>
        <translation>Первые строки скоро появятся.</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>По возрастанию</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>По убыванию</translation>
    </message>
    <message>
        <source>Order of arrival</source>
        <translation>В порядке получения</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Столбцы…</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Столбцы по умолчанию</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) saved to %1</source>
        <translation>
            <numerusform>%Ln строка сохранена в %1</numerusform>
            <numerusform>%Ln строки сохранены в %1</numerusform>
            <numerusform>%Ln строк сохранено в %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No row passes the filter so far.</source>
        <translation>Пока ни одна строка не проходит фильтр.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ResultsView</name>
    <message>
        <source>No results yet.
Start a search, or choose an earlier one on the left.</source>
        <translation>Результатов пока нет.
Начните поиск или выберите слева один из прежних.</translation>
    </message>
    <message>
        <source>Tables of the run</source>
        <translation>Таблицы запуска</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>title of a table, its number of rows</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>linnet::gui::RowCopier</name>
    <message>
        <source>Nothing is selected, so nothing was copied.</source>
        <translation>Ничего не выделено, поэтому ничего не скопировано.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are too many to copy. Export them to a file instead.</source>
        <translation>
            <numerusform>%Ln строка — слишком много для копирования. Экспортируйте их в файл.</numerusform>
            <numerusform>%Ln строки — слишком много для копирования. Экспортируйте их в файл.</numerusform>
            <numerusform>%Ln строк — слишком много для копирования. Экспортируйте их в файл.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was copied. %1</source>
        <translation>Ничего не скопировано. %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied.</source>
        <translation>
            <numerusform>Скопирована %Ln строка.</numerusform>
            <numerusform>Скопированы %Ln строки.</numerusform>
            <numerusform>Скопировано %Ln строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cell copied.</source>
        <translation>Ячейка скопирована.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::RowHeader</name>
    <message>
        <source>Column titles</source>
        <translation>Заголовки столбцов</translation>
    </message>
</context>
<context>
    <name>linnet::gui::RowMarks</name>
    <message>
        <source>Star, or remove the star</source>
        <translation>Поставить или снять звёздочку</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Метки…</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Заметка…</translation>
    </message>
    <message>
        <source>Change the tags</source>
        <translation>Изменение меток</translation>
    </message>
</context>
<context>
    <name>linnet::gui::RowTableView</name>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Only rows without this value</source>
        <translation>Только строки без этого значения</translation>
    </message>
    <message>
        <source>Only rows with this value</source>
        <translation>Только строки с этим значением</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>Скрыть этот столбец</translation>
    </message>
    <message>
        <source>Fit the width to what is on view</source>
        <translation>Ширина по видимому содержимому</translation>
    </message>
</context>
<context>
    <name>linnet::gui::RuleFields</name>
    <message>
        <source>O&amp;n</source>
        <translation>Вкл&amp;ючено</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Порог</translation>
    </message>
    <message>
        <source>From this number on the rule says something</source>
        <translation>С этого числа правило срабатывает</translation>
    </message>
</context>
<context>
    <name>linnet::gui::RulesDialog</name>
    <message>
        <source>Change the rules</source>
        <translation>Изменение правил</translation>
    </message>
    <message>
        <source>Rules of comparison</source>
        <translation>Правила сравнения</translation>
    </message>
    <message>
        <source>How published amounts become a month of full work in one currency, before tax or in hand. The ads stay as they are: what you change here counts at once, in this project.</source>
        <translation>Как указанные суммы приводятся к месяцу полной занятости в одной валюте, до вычета налога или на руки. Сами объявления не меняются: изменённое здесь действует сразу и только в этом проекте.</translation>
    </message>
    <message>
        <source>What the words of the sources mean: regions, grades, experience, employment, work formats, occupations. The ads stay as they are: what you change here counts at once, in this project.</source>
        <translation>Что значат слова источников: регионы, уровни, опыт, занятость, форматы работы, занятия. Сами объявления не меняются: изменённое здесь действует сразу и только в этом проекте.</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Зарплата</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Слова</translation>
    </message>
    <message>
        <source>Which words in the title and the text of an ad name which skill, for the column “Skills in the text”: whole words, whatever their case; of several that fit the longest counts, and “none” stands for words that only look like a skill.</source>
        <translation>Какие слова в заголовке и тексте объявления называют какой навык, для столбца «Навыки в тексте»: слова целиком, в любом регистре; из нескольких подходящих считается самое длинное, а «none» стоит у слов, которые только похожи на навык.</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Навыки</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Пределы</translation>
    </message>
    <message>
        <source>Change the limits</source>
        <translation>Изменение пределов</translation>
    </message>
</context>
<context>
    <name>linnet::gui::RulesPage</name>
    <message>
        <source>Find a rule or a word</source>
        <translation>Найти правило или слово</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Добавить строку</translation>
    </message>
    <message>
        <source>Remove my lines</source>
        <translation>Убрать мои строки</translation>
    </message>
    <message>
        <source>The chosen lines of your own; what is built in holds again</source>
        <translation>Выбранные строки, добавленные вами; снова действует встроенное</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>A table with the columns rule, for, since, value, source takes the place of your lines</source>
        <translation>Таблица со столбцами rule, for, since, value, source заменит ваши строки</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>Your lines as a table, for a colleague or for --pay-rules</source>
        <translation>Ваши строки таблицей: для коллеги или для --pay-rules</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>«%1» не удаётся прочесть: %2</translation>
    </message>
    <message>
        <source>Open a table of rules</source>
        <translation>Открыть таблицу правил</translation>
    </message>
    <message>
        <source>Tables (*.tsv *.csv *.txt)</source>
        <translation>Таблицы (*.tsv *.csv *.txt)</translation>
    </message>
    <message>
        <source>Save your lines</source>
        <translation>Сохранить ваши строки</translation>
    </message>
    <message>
        <source>Tables (*.tsv)</source>
        <translation>Таблицы (*.tsv)</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Файл не удалось записать: %1</translation>
    </message>
    <message>
        <source>Load rates…</source>
        <translation>Загрузить курсы…</translation>
    </message>
    <message>
        <source>Rates of currencies by day from a file of the Bank of Russia or the European Central Bank, or a table with the columns date, currency, rate</source>
        <translation>Курсы валют по дням из файла Банка России или Европейского центрального банка либо из таблицы со столбцами date, currency, rate</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rate(s) loaded, from %1 to %2. An ad is reckoned by the rate of its date, or of the nearest day before it; ads from before the first day stay without pay that compares.</source>
        <translation>
            <numerusform>Загружен %Ln курс, с %1 по %2. Объявление пересчитывается по курсу его даты или ближайшего дня перед ней; объявления до первого дня остаются без сравнимой оплаты.</numerusform>
            <numerusform>Загружено %Ln курса, с %1 по %2. Объявление пересчитывается по курсу его даты или ближайшего дня перед ней; объявления до первого дня остаются без сравнимой оплаты.</numerusform>
            <numerusform>Загружено %Ln курсов, с %1 по %2. Объявление пересчитывается по курсу его даты или ближайшего дня перед ней; объявления до первого дня остаются без сравнимой оплаты.</numerusform>
        </translation>
    </message>
    <message>
        <source>Load rates of currencies</source>
        <translation>Загрузить курсы валют</translation>
    </message>
    <message>
        <source>Rates (*.csv *.xml *.tsv *.txt)</source>
        <translation>Курсы (*.csv *.xml *.tsv *.txt)</translation>
    </message>
</context>
<context>
    <name>linnet::gui::RunControls</name>
    <message>
        <source>Finish here</source>
        <translation>Закончить здесь</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Goes on where it was paused (F5)</source>
        <translation>Продолжает с того места, где была пауза (F5)</translation>
    </message>
    <message>
        <source>Asks nothing more until you continue (F5)</source>
        <translation>Ничего не запрашивает, пока вы не продолжите (F5)</translation>
    </message>
    <message>
        <source>Ends the run; the rows so far are kept</source>
        <translation>Завершает сбор; собранные строки сохраняются</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Ход сбора</translation>
    </message>
</context>
<context>
    <name>linnet::gui::RunPage</name>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>The message above says why, and what to do.</source>
        <translation>В сообщении выше сказано, почему и что делать.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Повторить сейчас</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Tokens, cookies and logins go only through proxies that are marked as your own, and none of those chosen is: requests that need one will fail.</source>
        <translation>Токены, cookies и логины идут только через прокси, отмеченные как ваши, а среди выбранных таких нет: запросы, которым они нужны, не удадутся.</translation>
    </message>
    <message>
        <source>Lists of proxies…</source>
        <translation>Списки прокси…</translation>
    </message>
    <message>
        <source>When no proxy works, requests go directly: servers then see your own address.</source>
        <translation>Когда ни один прокси не работает, запросы идут напрямую: серверы увидят ваш собственный адрес.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Что изменилось</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Asked again: %1</source>
        <translation>Проверено: %1</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>Аналитика</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>По времени</translation>
    </message>
</context>
<context>
    <name>linnet::gui::RunPresenter</name>
    <message>
        <source>details read: %1 of %2</source>
        <translation>прочитано подробностей: %1 из %2</translation>
    </message>
    <message>
        <source>read: %1 of %2</source>
        <translation>прочитано: %1 из %2</translation>
    </message>
    <message>
        <source>%1 · about %2 left</source>
        <translation>%1 · осталось около %2</translation>
    </message>
    <message>
        <source>Paused. Nothing is asked until you continue.</source>
        <translation>Пауза. Запросов не будет, пока вы не продолжите.</translation>
    </message>
    <message>
        <source>The server asked to wait. Going on in a moment.</source>
        <translation>Сервер попросил подождать. Сейчас Linnet продолжит.</translation>
    </message>
    <message numerus="yes">
        <source>The server asked to wait %n s. Linnet goes on by itself.</source>
        <translation>
            <numerusform>Сервер попросил подождать %n с. Дальше Linnet продолжит сам.</numerusform>
            <numerusform>Сервер попросил подождать %n с. Дальше Linnet продолжит сам.</numerusform>
            <numerusform>Сервер попросил подождать %n с. Дальше Linnet продолжит сам.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) failed, see Problems.</source>
        <translation>
            <numerusform>%Ln запрос не удался, см. «Проблемы».</numerusform>
            <numerusform>%Ln запроса не удались, см. «Проблемы».</numerusform>
            <numerusform>%Ln запросов не удались, см. «Проблемы».</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped, because the captcha was not passed: %1 kept.</source>
        <translation>Остановлено: капча не пройдена. Сохранено: %1.</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Остановлено: %1</translation>
    </message>
    <message>
        <source>Finished here as you wished: %1 kept.</source>
        <translation>Поиск закончен по вашему желанию. Сохранено: %1.</translation>
    </message>
    <message>
        <source>Nothing could be read.</source>
        <translation>Ничего не удалось прочитать.</translation>
    </message>
    <message>
        <source>Finished in %1: %2.</source>
        <translation>Готово за %1: %2.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>на паузе</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>завершён</translation>
    </message>
    <message>
        <source>stopped by a captcha</source>
        <translation>остановлен капчей</translation>
    </message>
    <message>
        <source>refused: no access token</source>
        <translation>отказ: нет токена доступа</translation>
    </message>
    <message>
        <source>finished early</source>
        <translation>закончен досрочно</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 в секунду</translation>
    </message>
    <message>
        <source>The server does not answer. Linnet tries again from time to time and goes on by itself.</source>
        <translation>Сервер не отвечает. Linnet время от времени пробует снова и сам продолжит.</translation>
    </message>
    <message>
        <source>%1 Linnet waits and tries again by itself.</source>
        <translation>%1 Linnet ждёт и сам попробует снова.</translation>
    </message>
    <message>
        <source>Paused, because %1 keeps failing: %2 Nothing is lost. Continue, choose a slower pace first, or finish here.</source>
        <translation>Пауза: %1 раз за разом отвечает ошибкой. %2 Ничего не потеряно. Продолжите, сначала выберите темп медленнее или завершите здесь.</translation>
    </message>
    <message>
        <source>Everything was asked. The next round begins in %1.</source>
        <translation>Всё спрошено. Следующий круг через %1.</translation>
    </message>
    <message>
        <source>Finished early: %1 kept, %2 of %3 read.</source>
        <translation>Завершено досрочно: сохранено %1, прочитано %2 из %3.</translation>
    </message>
    <message>
        <source> · %1% of the file</source>
        <translation> · %1 % файла</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ScheduleLinesDialog</name>
    <message>
        <source>For the system&apos;s scheduler</source>
        <translation>Для планировщика системы</translation>
    </message>
    <message>
        <source>&amp;Scheduler:</source>
        <translation>&amp;Планировщик:</translation>
    </message>
    <message>
        <source>systemd (Linux)</source>
        <translation>systemd (Linux)</translation>
    </message>
    <message>
        <source>cron (Linux, macOS)</source>
        <translation>cron (Linux, macOS)</translation>
    </message>
    <message>
        <source>Task Scheduler (Windows)</source>
        <translation>Планировщик заданий (Windows)</translation>
    </message>
    <message>
        <source>What to paste</source>
        <translation>Что вставить</translation>
    </message>
    <message>
        <source>A scheduler sees no keychain. A search that needs an access token also needs --token-file FILE at the end of its command: a file that only you can read (mode 0600). While the project is open in this window, such a run ends at once and says so.</source>
        <translation>Планировщику не видна связка ключей. Если поиску нужен токен доступа, добавьте в конец команды --token-file FILE: файл, который можете читать только вы (права 0600). Пока проект открыт в этом окне, такой запуск сразу завершается и сообщает об этом.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ScheduledRuns</name>
    <message>
        <source>The scheduled run could not begin: %1</source>
        <translation>Запуск по расписанию не начался: %1</translation>
    </message>
    <message>
        <source>The scheduled run has begun.</source>
        <translation>Запуск по расписанию начался.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) before it were missed; this one makes up for them.</source>
        <translation>
            <numerusform>До него %n запуск был пропущен; этот его заменяет.</numerusform>
            <numerusform>До него %n запуска были пропущены; этот их заменяет.</numerusform>
            <numerusform>До него %n запусков были пропущены; этот их заменяет.</numerusform>
        </translation>
    </message>
    <message>
        <source>The scheduled run has ended early: %1</source>
        <translation>Запуск по расписанию закончился раньше: %1</translation>
    </message>
    <message numerus="yes">
        <source>The scheduled run has ended: %n row(s).</source>
        <translation>
            <numerusform>Запуск по расписанию закончен: %n строка.</numerusform>
            <numerusform>Запуск по расписанию закончен: %n строки.</numerusform>
            <numerusform>Запуск по расписанию закончен: %n строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>What changed cannot be told: %1</source>
        <translation>Сказать, что изменилось, нельзя: %1</translation>
    </message>
</context>
<context>
    <name>linnet::gui::SearchActions</name>
    <message>
        <source>Saved searches (*.%1)</source>
        <translation>Сохранённые поиски (*.%1)</translation>
    </message>
    <message>
        <source>The search cannot be saved to a file.</source>
        <translation>Поиск нельзя сохранить в файл.</translation>
    </message>
    <message>
        <source>The search is in %1.</source>
        <translation>Поиск записан в %1.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Записано: %1</translation>
    </message>
    <message>
        <source>The file of this run cannot be written. Its rows are in the project.</source>
        <translation>Файл этого запуска не записан. Его строки есть в проекте.</translation>
    </message>
    <message>
        <source>It is under way already.</source>
        <translation>Он уже идёт.</translation>
    </message>
    <message>
        <source>Change the saved search</source>
        <translation>Изменить сохранённый поиск</translation>
    </message>
    <message>
        <source>Save the search to a file</source>
        <translation>Сохранить поиск в файл</translation>
    </message>
    <message>
        <source>Take a search from a file</source>
        <translation>Взять поиск из файла</translation>
    </message>
    <message>
        <source>No search can be taken from this file.</source>
        <translation>Из этого файла нельзя взять поиск.</translation>
    </message>
    <message>
        <source>Take “%1” as it is?</source>
        <translation>Взять «%1» как есть?</translation>
    </message>
    <message>
        <source>Leave that out</source>
        <translation>Взять без этого</translation>
    </message>
    <message>
        <source>Take all of it</source>
        <translation>Взять целиком</translation>
    </message>
    <message>
        <source>Search %1</source>
        <translation>Поиск %1</translation>
    </message>
    <message>
        <source>“%1” stands on the left. Run again asks what it asks.</source>
        <translation>«%1» теперь слева. «Запустить снова» выполнит его.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::SearchDialog</name>
    <message numerus="yes">
        <source>hour(s)</source>
        <translation>
            <numerusform>час</numerusform>
            <numerusform>часа</numerusform>
            <numerusform>часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>день</numerusform>
            <numerusform>дня</numerusform>
            <numerusform>дней</numerusform>
        </translation>
    </message>
    <message>
        <source>every </source>
        <comment>so many hours or days</comment>
        <translation>раз в </translation>
    </message>
    <message>
        <source>First save the project to a file.</source>
        <translation>Сначала сохраните проект в файл.</translation>
    </message>
    <message>
        <source>Nothing runs by itself.</source>
        <translation>Само ничего не запускается.</translation>
    </message>
    <message>
        <source>Next: %1, while this project is open in Linnet, also in the tray. What was missed is made up for once.</source>
        <translation>Следующий: %1, если этот проект открыт в Linnet, хотя бы в трее. Пропущенное навёрстывается один раз.</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Папка для файлов</translation>
    </message>
    <message>
        <source>For the system&apos;s scheduler…</source>
        <translation>Для планировщика системы…</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>Сохранённый поиск</translation>
    </message>
    <message>
        <source>in none</source>
        <translation>без папки</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>без файла</translation>
    </message>
    <message>
        <source>Each run of this search leaves an Excel file in a folder of its day below this one, always with the same columns.</source>
        <translation>Каждый повторный запуск этого поиска оставляет файл Excel в папке своего дня внутри этой, всегда с одними и теми же столбцами.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Имя:</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Папка:</translation>
    </message>
    <message>
        <source>N&amp;ote:</source>
        <translation>За&amp;метка:</translation>
    </message>
    <message>
        <source>&amp;Run again:</source>
        <translation>П&amp;овторять:</translation>
    </message>
    <message>
        <source>Fi&amp;le after each run:</source>
        <translation>&amp;Файл после запуска:</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Время суток</translation>
    </message>
    <message>
        <source>only by hand</source>
        <translation>только вручную</translation>
    </message>
    <message>
        <source>by hours</source>
        <translation>по часам</translation>
    </message>
    <message>
        <source>by days</source>
        <translation>по дням</translation>
    </message>
    <message>
        <source>Tell only what is &amp;new</source>
        <translation>Сообщать только &amp;новое</translation>
    </message>
    <message>
        <source>The file, and the message at the end of a run by itself, name only what the last complete run did not have: new ads; of a crawl or a check what is newly broken and what is mended.</source>
        <translation>В файле и в сообщении о запуске по расписанию — только то, чего не было в последнем полном запуске: новые объявления; у обхода и проверки — что стало недоступно и что исправлено.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
</context>
<context>
    <name>linnet::gui::SearchList</name>
    <message>
        <source>There is no search in the list.</source>
        <translation>В списке нет ни одного поиска.</translation>
    </message>
    <message>
        <source>Columns that are not used: %1.</source>
        <translation>Столбцы, которые не нужны: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) repeat others and are asked once.</source>
        <translation>
            <numerusform>%Ln строка повторяет другую и спрашивается один раз.</numerusform>
            <numerusform>%Ln строки повторяют другие и спрашиваются один раз.</numerusform>
            <numerusform>%Ln строк повторяют другие и спрашиваются один раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %L1: %2</source>
        <translation>Строка %L1: %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more line(s) that cannot be taken.</source>
        <translation>
            <numerusform>… и ещё %Ln строка, которую нельзя взять.</numerusform>
            <numerusform>… и ещё %Ln строки, которые нельзя взять.</numerusform>
            <numerusform>… и ещё %Ln строк, которые нельзя взять.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>list of %Ln search(es)</source>
        <translation>
            <numerusform>список из %Ln поиска</numerusform>
            <numerusform>список из %Ln поисков</numerusform>
            <numerusform>список из %Ln поисков</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::SegmentsDialog</name>
    <message>
        <source>Segments of the site</source>
        <translation>Разделы сайта</translation>
    </message>
    <message>
        <source>A page belongs to the first segment whose filter it passes, a link to that of its page. Without segments here, the first folders of the site are the segments.</source>
        <translation>Страница относится к первому разделу, чьему фильтру она подходит, ссылка — к разделу своей страницы. Пока здесь пусто, разделы — это первые папки сайта.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Filter, or a folder such as /blog/</source>
        <translation>Фильтр или папка, например /blog/</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Добавить</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Убрать</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>В&amp;ыше</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Н&amp;иже</translation>
    </message>
    <message>
        <source>Change the segments of the site</source>
        <translation>Изменение разделов сайта</translation>
    </message>
</context>
<context>
    <name>linnet::gui::SettingsDialog</name>
    <message>
        <source>as the system</source>
        <translation>как в системе</translation>
    </message>
    <message>
        <source>light</source>
        <translation>светлая</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>тёмная</translation>
    </message>
    <message>
        <source>show the start page</source>
        <translation>показать начальную страницу</translation>
    </message>
    <message>
        <source>open the last project</source>
        <translation>открыть последний проект</translation>
    </message>
    <message>
        <source>Change or remove the token…</source>
        <translation>Сменить или удалить токен…</translation>
    </message>
    <message>
        <source>the computer stays awake</source>
        <translation>компьютер не засыпает</translation>
    </message>
    <message>
        <source>the computer may fall asleep</source>
        <translation>компьютер может заснуть</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) of the file are trusted.</source>
        <translation>
            <numerusform>Доверие %n сертификату из файла.</numerusform>
            <numerusform>Доверие %n сертификатам из файла.</numerusform>
            <numerusform>Доверие %n сертификатам из файла.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no certificate in PEM format in this file; only those of the system are trusted.</source>
        <translation>В этом файле нет сертификатов в формате PEM; доверие только системным.</translation>
    </message>
    <message>
        <source>The file cannot be read, so only the certificates of the system are trusted: %1</source>
        <translation>Файл не читается, поэтому доверие только системным сертификатам: %1</translation>
    </message>
    <message>
        <source>Connect %1…</source>
        <translation>Подключить %1…</translation>
    </message>
    <message>
        <source>Access to %1:</source>
        <translation>Доступ к %1:</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Kept outside of projects:</source>
        <translation>Вне проектов хранится:</translation>
    </message>
    <message>
        <source>Clea&amp;r data…</source>
        <translation>Очистить да&amp;нные…</translation>
    </message>
    <message>
        <source>Lists what Linnet keeps on this computer besides projects, and removes what you choose</source>
        <translation>Показывает, что Linnet хранит на этом компьютере кроме проектов, и удаляет то, что вы выберете</translation>
    </message>
    <message>
        <source>nobody is asked</source>
        <translation>никого не спрашивать</translation>
    </message>
    <message>
        <source>tell me about new versions</source>
        <translation>сообщать о новых версиях</translation>
    </message>
    <message>
        <source>Once a week at most, %1 is asked which version is the newest: one request by the name %2, with nothing about you or this computer. Nothing is fetched or installed.</source>
        <translation>Не чаще раза в неделю у %1 спрашивается, какая версия самая новая: один запрос под именем %2, ничего о вас и этом компьютере. Ничего не скачивается и не устанавливается.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::SortActions</name>
    <message>
        <source>Sort ascending</source>
        <translation>По возрастанию</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>По убыванию</translation>
    </message>
    <message>
        <source>Not sorted</source>
        <translation>Без сортировки</translation>
    </message>
</context>
<context>
    <name>linnet::gui::SourceTermsDialog</name>
    <message>
        <source>Terms of %1</source>
        <translation>Условия: %1</translation>
    </message>
    <message>
        <source>The whole terms</source>
        <translation>Условия полностью</translation>
    </message>
    <message>
        <source>As we read them on %1. What you do with the data is your responsibility.</source>
        <translation>Условия прочитаны нами (%1). За то, как используются данные, отвечаете вы.</translation>
    </message>
    <message>
        <source>I have read it, search</source>
        <translation>Прочитано, искать</translation>
    </message>
    <message>
        <source>Test this source</source>
        <translation>Проверить источник</translation>
    </message>
    <message>
        <source>Asks for one page and says whether the source answers as Linnet reads it</source>
        <translation>Запрашивает одну страницу и говорит, отвечает ли источник так, как его читает Linnet</translation>
    </message>
    <message>
        <source>One page is asked for…</source>
        <translation>Запрашивается одна страница…</translation>
    </message>
</context>
<context>
    <name>linnet::gui::StartPage</name>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What do you want to collect?</source>
        <translation>Что вы хотите собрать?</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Linnet asks politely: one request per site every 0.2 s unless you change it.</source>
        <translation>Всё остаётся на этом компьютере. Linnet бережёт сайты: не больше одного запроса к сайту в 0,2 с, если вы не измените темп.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Недавние проекты</translation>
    </message>
    <message>
        <source>First time here?</source>
        <translation>Вы здесь впервые?</translation>
    </message>
    <message>
        <source>Try with invented data</source>
        <translation>Попробовать на вымышленных данных</translation>
    </message>
    <message>
        <source>no account, no internet, harms nobody</source>
        <translation>без входа и интернета</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>Открыть проект…</translation>
    </message>
    <message>
        <source>a .linnet file from you or a colleague</source>
        <translation>файл .linnet, ваш или коллеги</translation>
    </message>
    <message>
        <source>Unsaved, from %1</source>
        <translation>Несохранённый, %1</translation>
    </message>
    <message>
        <source>Delete this unsaved project</source>
        <translation>Удалить этот несохранённый проект</translation>
    </message>
    <message>
        <source>Delete the unsaved project?</source>
        <translation>Удалить несохранённый проект?</translation>
    </message>
    <message>
        <source>The file could not be deleted. It may be open in another window of Linnet.</source>
        <translation>Не удалось удалить файл. Возможно, он открыт в другом окне Linnet.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) recovered · Open</source>
        <translation>
            <numerusform>%Ln строка восстановлена · Открыть</numerusform>
            <numerusform>%Ln строки восстановлены · Открыть</numerusform>
            <numerusform>%Ln строк восстановлено · Открыть</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what a project holds, when it was used</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>None yet. A task begins a project by itself; save it to find it here again.</source>
        <translation>Пока нет. Проект начинается сам вместе с заданием; сохраните его, чтобы найти здесь снова.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) would be gone for good.</source>
        <translation>
            <numerusform>%Ln строка пропадёт навсегда.</numerusform>
            <numerusform>%Ln строки пропадут навсегда.</numerusform>
            <numerusform>%Ln строк пропадёт навсегда.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>Подключить %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), not saved · Open</source>
        <translation>
            <numerusform>%Ln строка, не сохранена · Открыть</numerusform>
            <numerusform>%Ln строки, не сохранены · Открыть</numerusform>
            <numerusform>%Ln строк, не сохранены · Открыть</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>interrupted, %Ln row(s) kept · Open</source>
        <translation>
            <numerusform>прервано, %Ln строка цела · Открыть</numerusform>
            <numerusform>прервано, %Ln строки целы · Открыть</numerusform>
            <numerusform>прервано, %Ln строк целы · Открыть</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Открыть пример проекта</translation>
    </message>
    <message>
        <source>every page filled, all invented</source>
        <translation>каждая страница заполнена, всё вымышлено</translation>
    </message>
</context>
<context>
    <name>linnet::gui::StatusStrip</name>
    <message>
        <source>%1 shown</source>
        <comment>rows</comment>
        <translation>показано %1</translation>
    </message>
    <message>
        <source>%1 shown of %2</source>
        <comment>rows</comment>
        <translation>показано %1 из %2</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>нет запросов</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln проблема</numerusform>
            <numerusform>%Ln проблемы</numerusform>
            <numerusform>%Ln проблем</numerusform>
        </translation>
    </message>
    <message>
        <source>the computer stays awake</source>
        <translation>компьютер не засыпает</translation>
    </message>
    <message>
        <source>It does not fall asleep by itself while something runs; the settings can change that.</source>
        <translation>Пока идёт сбор, он не засыпает сам; это можно изменить в настройках.</translation>
    </message>
    <message>
        <source>Linnet %1 is there</source>
        <translation>Вышел Linnet %1</translation>
    </message>
    <message>
        <source>Shows the page of the newer version, after a question</source>
        <translation>Показывает страницу новой версии, сначала переспросив</translation>
    </message>
</context>
<context>
    <name>linnet::gui::TagsDialog</name>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln ad(s) or address(es)</source>
        <translation>
            <numerusform>Метки %Ln объявления или адреса</numerusform>
            <numerusform>Метки %Ln объявлений или адресов</numerusform>
            <numerusform>Метки %Ln объявлений или адресов</numerusform>
        </translation>
    </message>
    <message>
        <source>New tags, parted by ;</source>
        <translation>Новые метки через ;</translation>
    </message>
    <message>
        <source>New tags</source>
        <translation>Новые метки</translation>
    </message>
    <message>
        <source>Tags in use</source>
        <translation>Метки, которые уже есть</translation>
    </message>
</context>
<context>
    <name>linnet::gui::TaskEdits</name>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
</context>
<context>
    <name>linnet::gui::TokenDialog</name>
    <message>
        <source>Page where applications are registered</source>
        <translation>Страница регистрации приложений</translation>
    </message>
    <message>
        <source>The token was removed from this computer.</source>
        <translation>Токен удалён с этого компьютера.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Проверяется…</translation>
    </message>
    <message>
        <source>The token is good.</source>
        <translation>Токен действует.</translation>
    </message>
    <message>
        <source>The token is good. It belongs to %1.</source>
        <translation>Токен действует. Его владелец: %1.</translation>
    </message>
    <message>
        <source>This computer has no keychain that can be used (%1). The token works until Linnet is closed; paste it again next time.</source>
        <translation>На этом компьютере нет доступного хранилища паролей (%1). Токен действует, пока открыта программа; в следующий раз вставьте его снова.</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>Подключение %1</translation>
    </message>
    <message>
        <source>Without a token the same search works here: %1. No account is needed there.</source>
        <translation>Без токена тот же поиск работает здесь: %1. Учётная запись там не нужна.</translation>
    </message>
    <message>
        <source>The token is kept in the keychain of this computer and sent to %1 only.</source>
        <translation>Токен хранится в системном хранилище паролей этого компьютера и отправляется только на %1.</translation>
    </message>
    <message>
        <source>%1 gives a new token only some minutes after the last one: try again in %2.</source>
        <translation>%1 выдаёт новый токен только через несколько минут после прежнего: попробуйте через %2.</translation>
    </message>
    <message>
        <source>%1 gave no token: %2</source>
        <translation>%1 не выдал токен: %2</translation>
    </message>
    <message>
        <source>%1 gave a token. Save keeps it; the secret is not kept.</source>
        <translation>%1 выдал токен. «Сохранить» запомнит его; секрет не хранится.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::Tour</name>
    <message>
        <source>%1 of %2</source>
        <comment>steps of the tour</comment>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>Закончить знакомство</translation>
    </message>
    <message>
        <source>Tour: %1</source>
        <translation>Знакомство: %1</translation>
    </message>
</context>
<context>
    <name>linnet::gui::TrayIcon</name>
    <message>
        <source>Linnet goes on in the tray</source>
        <translation>Linnet остаётся в трее</translation>
    </message>
    <message>
        <source>Saved searches run when they are due.</source>
        <translation>Сохранённые поиски запускаются по расписанию.</translation>
    </message>
    <message>
        <source>Open Linnet</source>
        <translation>Открыть Linnet</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
</context>
<context>
    <name>linnet::gui::TrendsView</name>
    <message>
        <source>Over time</source>
        <translation>По времени</translation>
    </message>
    <message>
        <source>There are no runs.</source>
        <translation>Запусков нет.</translation>
    </message>
    <message>
        <source>Comparing each run with the one before…</source>
        <translation>Каждый запуск сравнивается с предыдущим…</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>запусков: %1 из %2</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Пока ничего не известно.</translation>
    </message>
</context>
<context>
    <name>linnet::gui::UnderWayView</name>
    <message>
        <source>Requests under way</source>
        <translation>Запросы в работе</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Show only those that are in one state</source>
        <translation>Показать только те, что в одном состоянии</translation>
    </message>
    <message>
        <source>every state</source>
        <translation>любое состояние</translation>
    </message>
    <message>
        <source>Under way: %1 of %2</source>
        <translation>В работе: %1 из %2</translation>
    </message>
    <message>
        <source>Under way: the first %1</source>
        <translation>В работе: первые %1</translation>
    </message>
    <message>
        <source>Under way: %1</source>
        <translation>В работе: %1</translation>
    </message>
</context>
<context>
    <name>linnet::gui::VacanciesForm</name>
    <message>
        <source>any time</source>
        <translation>за всё время</translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>за %n день</numerusform>
            <numerusform>за %n дня</numerusform>
            <numerusform>за %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>everything that can be reached</source>
        <translation>всё, что доступно</translation>
    </message>
    <message>
        <source>the first %L1</source>
        <translation>первые %L1</translation>
    </message>
    <message>
        <source>in the title</source>
        <translation>в названии</translation>
    </message>
    <message>
        <source>in the company&apos;s name</source>
        <translation>в названии компании</translation>
    </message>
    <message>
        <source>in the description</source>
        <translation>в описании</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>везде</translation>
    </message>
    <message>
        <source>all regions</source>
        <translation>все регионы</translation>
    </message>
    <message>
        <source>any experience</source>
        <translation>любой опыт</translation>
    </message>
    <message>
        <source>any</source>
        <comment>work format</comment>
        <translation>любой</translation>
    </message>
    <message>
        <source>any</source>
        <comment>employment</comment>
        <translation>любая</translation>
    </message>
    <message>
        <source>any</source>
        <comment>role</comment>
        <translation>любая</translation>
    </message>
    <message>
        <source>choose a source</source>
        <translation>выберите источник</translation>
    </message>
    <message>
        <source>dates…</source>
        <translation>даты…</translation>
    </message>
    <message>
        <source>the source&apos;s own</source>
        <translation>как в источнике</translation>
    </message>
    <message>
        <source>More filters (%1)</source>
        <translation>Ещё фильтры (%1)</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Ещё фильтры</translation>
    </message>
    <message>
        <source>from </source>
        <comment>before an amount of money</comment>
        <translation>от </translation>
    </message>
    <message>
        <source>Address of %1:</source>
        <translation>Адрес %1:</translation>
    </message>
    <message>
        <source>Only for another server with the same interface</source>
        <translation>Нужен только для другого сервера с таким же интерфейсом</translation>
    </message>
    <message>
        <source>%1 (as usual)</source>
        <translation>%1 (как обычно)</translation>
    </message>
    <message>
        <source>The list comes from hh.ru. It is asked for when a search there is prepared whose terms you have accepted, and is kept then.</source>
        <translation>Список даёт hh.ru. Он запрашивается, когда вы готовите поиск на hh.ru и уже приняли его условия, и затем хранится.</translation>
    </message>
    <message>
        <source>any</source>
        <comment>industry</comment>
        <translation>любая</translation>
    </message>
    <message numerus="yes">
        <source>List of %Ln search(es)…</source>
        <translation>
            <numerusform>Список из %Ln поиска…</numerusform>
            <numerusform>Список из %Ln поисков…</numerusform>
            <numerusform>Список из %Ln поисков…</numerusform>
        </translation>
    </message>
    <message>
        <source>List of searches…</source>
        <translation>Список поисков…</translation>
    </message>
</context>
<context>
    <name>linnet::gui::VacanciesPage</name>
    <message>
        <source>Practice: the vacancies are invented and come from this computer; nothing goes to the internet. Press Search and watch.</source>
        <translation>Тренировка: вакансии вымышлены и берутся с этого компьютера; в интернет ничего не уходит. Нажмите «Искать» и смотрите.</translation>
    </message>
    <message>
        <source>Practice: the vacancies are invented and come from this computer; nothing goes to the internet.</source>
        <translation>Тренировка: вакансии вымышлены и берутся с этого компьютера; в интернет ничего не уходит.</translation>
    </message>
    <message>
        <source>Connect %1…</source>
        <translation>Подключить %1…</translation>
    </message>
    <message>
        <source>Search on %1 instead</source>
        <translation>Искать в другом источнике: %1</translation>
    </message>
    <message>
        <source>Search without words?</source>
        <translation>Искать без слов?</translation>
    </message>
    <message>
        <source>Search all the same</source>
        <translation>Всё равно искать</translation>
    </message>
    <message>
        <source>This search asks the real source over the internet: %1.</source>
        <translation>Этот поиск обращается через интернет к настоящему источнику: %1.</translation>
    </message>
    <message>
        <source>Practise with invented data</source>
        <translation>Тренироваться на вымышленных данных</translation>
    </message>
    <message>
        <source>Show what was left out</source>
        <translation>Показать пропущенное</translation>
    </message>
    <message>
        <source>Compare with other ads again</source>
        <translation>Снова сравнить с другими объявлениями</translation>
    </message>
    <message numerus="yes">
        <source>Show the %Ln ad(s) of this job</source>
        <translation>
            <numerusform>Показать %Ln объявление этой вакансии</numerusform>
            <numerusform>Показать %Ln объявления этой вакансии</numerusform>
            <numerusform>Показать %Ln объявлений этой вакансии</numerusform>
        </translation>
    </message>
    <message>
        <source>This ad is another job</source>
        <translation>Это объявление о другой вакансии</translation>
    </message>
    <message>
        <source>There are %1 ads, of which this search reads %2.</source>
        <translation>Всего объявлений: %1, этот поиск прочитает %2.</translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln ad(s).</source>
        <translation>
            <numerusform>Есть %Ln объявление.</numerusform>
            <numerusform>Есть %Ln объявления.</numerusform>
            <numerusform>Есть %Ln объявлений.</numerusform>
        </translation>
    </message>
    <message>
        <source>To read them takes about %1 requests, %2 at this pace.</source>
        <translation>Чтение займёт примерно %1 запросов, %2 при этом темпе.</translation>
    </message>
    <message>
        <source>How many?</source>
        <translation>Сколько их?</translation>
    </message>
    <message>
        <source>Asks only how many ads there are, one request for each search, and says how long it would take to read them</source>
        <translation>Узнаёт только, сколько есть объявлений: один запрос на каждый поиск, и говорит, сколько времени займёт чтение</translation>
    </message>
</context>
<context>
    <name>linnet::gui::VacanciesPresenter</name>
    <message>
        <source>experience</source>
        <translation>опыт</translation>
    </message>
    <message>
        <source>work format</source>
        <translation>формат работы</translation>
    </message>
    <message>
        <source>employment</source>
        <translation>занятость</translation>
    </message>
    <message>
        <source>role</source>
        <translation>роль</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>валюта</translation>
    </message>
    <message>
        <source>salary in this currency</source>
        <translation>зарплата в этой валюте</translation>
    </message>
    <message>
        <source>A quotation mark is not closed. Close it or take it out.</source>
        <translation>Кавычка не закрыта. Закройте её или уберите.</translation>
    </message>
    <message>
        <source>Choose at least one source.</source>
        <translation>Выберите хотя бы один источник.</translation>
    </message>
    <message>
        <source>Choose the first or the last day, or another period.</source>
        <translation>Укажите первый или последний день либо выберите другой период.</translation>
    </message>
    <message>
        <source>The first day is after the last one. Exchange them.</source>
        <translation>Первый день позже последнего. Поменяйте их местами.</translation>
    </message>
    <message>
        <source>The first day lies in the future; nothing was published then.</source>
        <translation>Первый день ещё не наступил; вакансий за него нет.</translation>
    </message>
    <message>
        <source>hh.ru refuses addresses at example.com. Write your own address or leave it empty.</source>
        <translation>hh.ru не принимает адреса на example.com. Укажите свой адрес или оставьте поле пустым.</translation>
    </message>
    <message>
        <source>Only Latin letters, digits and signs can be sent here.</source>
        <translation>Здесь можно использовать только латинские буквы, цифры и знаки.</translation>
    </message>
    <message>
        <source>%1 has none of these regions. Choose others or leave the source out.</source>
        <translation>В источнике «%1» этих регионов нет. Выберите другие или уберите источник.</translation>
    </message>
    <message>
        <source>%1 cannot be asked for: %2.</source>
        <translation>%1 не поддерживает условия: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>regions</comment>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>with descriptions and skills (up to %1)</source>
        <translation>с описаниями и навыками (до %1)</translation>
    </message>
    <message>
        <source>the list only (up to %1)</source>
        <translation>только список (до %1)</translation>
    </message>
    <message>
        <source>No position is named, so that everything would be read that the sources have in the chosen regions: it may take up to %1. Name a position to read only what you look for.</source>
        <translation>Должность не названа, поэтому будет прочитано всё, что есть в источниках по выбранным регионам: это может занять до %1. Назовите должность, чтобы читать только нужное.</translation>
    </message>
    <message>
        <source>No position is named, so that everything would be read that the sources have in the chosen regions, perhaps hundreds of thousands of ads: %1 for every thousand. Name a position to read only what you look for.</source>
        <translation>Должность не указана, поэтому будет прочитано всё, что есть у источников в выбранных регионах, — возможно, сотни тысяч объявлений: %1 на каждую тысячу. Укажите должность, чтобы читать только то, что вы ищете.</translation>
    </message>
    <message>
        <source>with descriptions and skills (%1 for 1,000 ads)</source>
        <translation>с описаниями и навыками (%1 на 1000 объявлений)</translation>
    </message>
    <message>
        <source>the list only (%1 for 1,000 ads)</source>
        <translation>только список (%1 на 1000 объявлений)</translation>
    </message>
    <message>
        <source>industry</source>
        <translation>отрасль</translation>
    </message>
    <message>
        <source>employer</source>
        <translation>работодатель</translation>
    </message>
    <message>
        <source>site</source>
        <translation>сайт</translation>
    </message>
    <message>
        <source>contacts of persons</source>
        <translation>контакты людей</translation>
    </message>
    <message>
        <source>“%1” is not chosen yet. Choose an employer from the list below the field, or write the number that its page at hh.ru has in its address.</source>
        <translation>«%1» ещё не выбран. Выберите работодателя из списка под полем или впишите номер из адреса его страницы на hh.ru.</translation>
    </message>
    <message>
        <source>%1 refuses searches without an access token. None is needed for: %2. Vacancies from a file need none either (File &gt; Import).</source>
        <translation>%1 не отвечает на поиск без токена доступа. Токен не нужен здесь: %2. Не нужен он и для вакансий из файла (Файл &gt; Импорт).</translation>
    </message>
    <message>
        <source>words in descriptions</source>
        <translation>слова в описаниях</translation>
    </message>
</context>
<context>
    <name>linnet::gui::VacanciesTask</name>
    <message>
        <source>Vacancies</source>
        <translation>Вакансии</translation>
    </message>
    <message>
        <source>Nothing was found.
Try fewer words, another place or a longer period.</source>
        <translation>Ничего не найдено.
Попробуйте меньше слов, другой регион или более долгий период.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Open the ad</source>
        <translation>Открыть объявление</translation>
    </message>
    <message>
        <source>asking for the list…</source>
        <translation>запрашивается список…</translation>
    </message>
    <message>
        <source>The source wants to see a person. Open the page, do what it asks, and the search goes on by itself.</source>
        <translation>Источник хочет убедиться, что вы человек. Откройте страницу, сделайте, что она просит, и поиск продолжится сам.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ad(s) came more than once and stand here once.</source>
        <translation>
            <numerusform>%Ln объявление пришло не один раз, здесь оно одно.</numerusform>
            <numerusform>%Ln объявления пришли не один раз, здесь они по одному разу.</numerusform>
            <numerusform>%Ln объявлений пришли не один раз, здесь они по одному разу.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found. Fewer words, a larger region or a longer period find more.</source>
        <translation>Ничего не найдено. Попробуйте меньше слов, регион побольше или более долгий период.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln vacancy(s)</source>
        <translation>
            <numerusform>%Ln вакансия</numerusform>
            <numerusform>%Ln вакансии</numerusform>
            <numerusform>%Ln вакансий</numerusform>
        </translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Искать</translation>
    </message>
    <message>
        <source>Starts the search (F5)</source>
        <translation>Начинает поиск (F5)</translation>
    </message>
    <message numerus="yes">
        <source>%n search(es)</source>
        <translation>
            <numerusform>%n поиск</numerusform>
            <numerusform>%n поиска</numerusform>
            <numerusform>%n поисков</numerusform>
        </translation>
    </message>
    <message>
        <source>This search was interrupted: %1 are here, the rest was not asked yet.</source>
        <translation>Этот поиск был прерван. Уже здесь: %1, остальное ещё не запрошено.</translation>
    </message>
    <message>
        <source>The search cannot begin.</source>
        <translation>Не удалось начать поиск.</translation>
    </message>
    <message>
        <source>No vacancy could be read</source>
        <translation>Ни одной вакансии не прочитано</translation>
    </message>
    <message>
        <source>Nothing searched yet</source>
        <translation>Поиска ещё не было</translation>
    </message>
    <message>
        <source>Type a position, choose regions if you like, and press Search. The rows appear here while they come; they can be filtered, sorted and exported at any time.</source>
        <translation>Введите должность, при желании выберите регионы и нажмите «Искать». Строки будут появляться здесь по мере получения; их в любой момент можно фильтровать, сортировать и экспортировать.</translation>
    </message>
    <message>
        <source>New search</source>
        <translation>Новый поиск</translation>
    </message>
    <message>
        <source>Job ads from Work in Russia, which needs no account, or from hh.ru with your own access token: as a table to filter, and as a file that Excel opens correctly.</source>
        <translation>Объявления с «Работы России», где не нужна учётная запись, или с hh.ru с вашим токеном доступа: таблицей с фильтрами и файлом, который Excel открывает правильно.</translation>
    </message>
    <message>
        <source>Search %1</source>
        <translation>Поиск %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ad(s) left out: the source had matched them more loosely than you asked (words, salary or date).</source>
        <translation>
            <numerusform>%Ln объявление пропущено: источник подобрал его свободнее, чем вы просили (слова, зарплата или дата).</numerusform>
            <numerusform>%Ln объявления пропущены: источник подобрал их свободнее, чем вы просили (слова, зарплата или дата).</numerusform>
            <numerusform>%Ln объявлений пропущено: источник подобрал их свободнее, чем вы просили (слова, зарплата или дата).</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>Ничего не пропущено.</translation>
    </message>
    <message>
        <source>The sources have %1, of which this search reads %2, as you asked.</source>
        <translation>У источников их %1, этот поиск читает %2, как вы просили.</translation>
    </message>
    <message>
        <source>The sources have %1, of which %2 can be read; under Is it complete? stands where the others are.</source>
        <translation>У источников их %1, прочитать можно %2; где остальные, сказано на вкладке «Всё ли собрано?».</translation>
    </message>
    <message>
        <source>Is it complete?</source>
        <translation>Всё ли собрано?</translation>
    </message>
    <message>
        <source>No list was read. Each list of ads stands here with how many ads its source told and how many were read.</source>
        <translation>Ни один список не прочитан. Здесь будет каждый список объявлений: сколько их назвал источник и сколько прочитано.</translation>
    </message>
    <message>
        <source>One row a job</source>
        <translation>Без повторов</translation>
    </message>
    <message>
        <source>Show each job once: of ads that were published again, edited or come from several sources, the newest that says most. Nothing is removed.</source>
        <translation>Показать каждую вакансию один раз: из объявлений, которые размещены повторно, изменены или пришли из разных источников, — самое новое и полное. Ничего не удаляется.</translation>
    </message>
    <message>
        <source>%1 jobs, %2 ads each</source>
        <translation>вакансий %1, объявлений на каждую %2</translation>
    </message>
    <message>
        <source>How many: %1</source>
        <translation>Сколько: %1</translation>
    </message>
    <message>
        <source>Only what is new</source>
        <translation>Только новое</translation>
    </message>
    <message>
        <source>Show only the ads that the last complete run of this search did not have.</source>
        <translation>Показать только объявления, которых не было в последнем полном запуске этого поиска.</translation>
    </message>
    <message>
        <source>Are they gone? %1</source>
        <translation>Исчезли ли? %1</translation>
    </message>
</context>
<context>
    <name>linnet::gui::ViewList</name>
    <message>
        <source>Findings</source>
        <translation>Находки</translation>
    </message>
    <message>
        <source>Order of the findings</source>
        <translation>Порядок находок</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>Сначала худшее</translation>
    </message>
    <message>
        <source>By subject</source>
        <translation>По темам</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>Правила…</translation>
    </message>
    <message>
        <source>Which rules are on, from which number on they say something, and your own</source>
        <translation>Какие правила включены, с какого числа они срабатывают и ваши собственные</translation>
    </message>
    <message>
        <source>Workbook…</source>
        <translation>Книга…</translation>
    </message>
    <message>
        <source>All findings with their places as an Excel workbook, to hand over</source>
        <translation>Все находки с их местами в виде книги Excel, которую можно отдать</translation>
    </message>
    <message>
        <source>Segment of the site</source>
        <translation>Раздел сайта</translation>
    </message>
    <message>
        <source>Segments…</source>
        <translation>Разделы…</translation>
    </message>
    <message>
        <source>Parts of the site by which findings are counted: its folders, or your own</source>
        <translation>Части сайта, по которым считаются находки: его папки или ваши собственные</translation>
    </message>
    <message>
        <source>Whole site</source>
        <translation>Весь сайт</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a segment and its number of addresses</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln address(es)</source>
        <translation>
            <numerusform>%Ln адрес</numerusform>
            <numerusform>%Ln адреса</numerusform>
            <numerusform>%Ln адресов</numerusform>
        </translation>
    </message>
    <message>
        <source>Pages that belong to an earlier segment by several conditions at once are counted here, too.</source>
        <translation>Страницы, которые относятся к разделу выше сразу по нескольким условиям, посчитаны и здесь.</translation>
    </message>
    <message>
        <source>Rules over links are not judged here: links are told apart by the addresses of their pages only.</source>
        <translation>Правила о ссылках здесь не применяются: ссылки различаются только по адресам своих страниц.</translation>
    </message>
    <message>
        <source>About the chosen finding</source>
        <translation>О выбранной находке</translation>
    </message>
</context>
<context>
    <name>linnet::gui::WaterfallView</name>
    <message>
        <source>Waterfall of requests</source>
        <translation>Водопад запросов</translation>
    </message>
    <message>
        <source>waiting for the first byte</source>
        <translation>ждёт первого байта</translation>
    </message>
    <message>
        <source>receiving</source>
        <translation>получает</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не удалось</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>соединяется</translation>
    </message>
    <message>
        <source>retry pause</source>
        <translation>пауза до повтора</translation>
    </message>
    <message>
        <source>waiting for its turn</source>
        <translation>ждёт очереди</translation>
    </message>
    <message>
        <source>held by the pace</source>
        <translation>держит темп</translation>
    </message>
</context>
<context>
    <name>linnet::gui::WayView</name>
    <message>
        <source>Choose a page in the graph.</source>
        <translation>Выберите страницу на графе.</translation>
    </message>
    <message>
        <source>No way from the start</source>
        <translation>От начала не дойти</translation>
    </message>
    <message numerus="yes">
        <source>%Ln click(s) from the start</source>
        <translation>
            <numerusform>%Ln щелчок от начала</numerusform>
            <numerusform>%Ln щелчка от начала</numerusform>
            <numerusform>%Ln щелчков от начала</numerusform>
        </translation>
    </message>
    <message>
        <source>No link of the pages that are drawn leads to %1. A filter of the table of pages may have taken a page away, or the address is known from a sitemap only.</source>
        <translation>Ни одна ссылка нарисованных страниц не ведёт на %1. Возможно, фильтр таблицы страниц убрал какую-то страницу, или адрес известен только из карты сайта.</translation>
    </message>
    <message>
        <source>Fewest clicks from the start to the page</source>
        <translation>Кратчайший путь щелчками от начала до страницы</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>Начало: %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>linnet::gui::WindowCommands</name>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Tab of the open run</source>
        <translation>Вкладка открытого запуска</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>Сохранённый поиск</translation>
    </message>
    <message>
        <source>Newest run</source>
        <translation>Последний запуск</translation>
    </message>
    <message>
        <source>Project in %1</source>
        <translation>Проект в %1</translation>
    </message>
</context>
<context>
    <name>linnet::gui::WordSearch</name>
    <message>
        <source>Look for words</source>
        <translation>Искать слова</translation>
    </message>
    <message>
        <source>Finds whole words and their beginnings at once, by an index, instead of looking through every text for any part of it</source>
        <translation>Находит целые слова и начала слов сразу, по указателю, вместо просмотра каждого текста в поисках любой его части</translation>
    </message>
    <message>
        <source>%1 of %2 texts indexed</source>
        <translation>в указателе %1 из %2 текстов</translation>
    </message>
    <message>
        <source>%1, waiting</source>
        <translation>%1, ожидание</translation>
    </message>
    <message numerus="yes">
        <source>Looking through every text, %Ln second(s)</source>
        <translation>
            <numerusform>Просмотр всех текстов, %Ln секунда</numerusform>
            <numerusform>Просмотр всех текстов, %Ln секунды</numerusform>
            <numerusform>Просмотр всех текстов, %Ln секунд</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::WorkDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Сколько сделано</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Останавливается…</translation>
    </message>
</context>
<context>
    <name>linnet::gui::Workspace</name>
    <message>
        <source>interrupted</source>
        <translation>прерван</translation>
    </message>
    <message>
        <source>The file cannot be imported</source>
        <translation>Файл не удаётся импортировать</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Из %1</translation>
    </message>
    <message>
        <source>%1 · from the project %2</source>
        <translation>%1 · из проекта %2</translation>
    </message>
    <message>
        <source>%1, kept as a count only</source>
        <translation>%1, только число</translation>
    </message>
</context>
<context>
    <name>linnet::imports::CsvReader</name>
    <message>
        <source>a quotation mark is opened and not closed again</source>
        <translation>кавычка открыта и не закрыта</translation>
    </message>
    <message>
        <source>it is longer than 32 MB</source>
        <translation>она длиннее 32 МБ</translation>
    </message>
    <message>
        <source>it is not UTF-8 and was read as %1</source>
        <translation>она не в UTF-8 и прочитана как %1</translation>
    </message>
    <message>
        <source>it is UTF-8, unlike the rest, and was read so</source>
        <translation>она, в отличие от остальных, в UTF-8 и прочитана так</translation>
    </message>
    <message>
        <source>it has NUL characters, which were left out</source>
        <translation>в ней есть символы NUL, они пропущены</translation>
    </message>
</context>
<context>
    <name>linnet::imports::ImportFile</name>
    <message>
        <source>columns that were named and that it does not have: %1</source>
        <translation>названы столбцы, которых в нём нет: %1</translation>
    </message>
    <message>
        <source>columns that the table does not have were left out: %1</source>
        <translation>столбцы, которых в таблице нет, не взяты: %1</translation>
    </message>
    <message>
        <source>only the sheet &quot;%1&quot; was read, not: %2</source>
        <translation>прочитан только лист «%1», но не: %2</translation>
    </message>
</context>
<context>
    <name>linnet::imports::ImportJob</name>
    <message numerus="yes">
        <source>%n row(s) have the number or address of an earlier one; all are kept</source>
        <translation>
            <numerusform>у %n строки номер или адрес одной из прежних; все сохранены</numerusform>
            <numerusform>у %n строк номер или адрес одной из прежних; все сохранены</numerusform>
            <numerusform>у %n строк номер или адрес одной из прежних; все сохранены</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have the address of an earlier one and were left out</source>
        <translation>
            <numerusform>у %n строки адрес одной из прежних, она не взята</numerusform>
            <numerusform>у %n строк адрес одной из прежних, они не взяты</numerusform>
            <numerusform>у %n строк адрес одной из прежних, они не взяты</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) could not be read and were left empty</source>
        <translation>
            <numerusform>%n ячейку не удалось прочитать, она оставлена пустой</numerusform>
            <numerusform>%n ячейки не удалось прочитать, они оставлены пустыми</numerusform>
            <numerusform>%n ячеек не удалось прочитать, они оставлены пустыми</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::imports::JoinFile</name>
    <message>
        <source>these are records of vacancies and no table</source>
        <translation>это записи вакансий, а не таблица</translation>
    </message>
    <message>
        <source>the table has no column besides the one it is joined by</source>
        <translation>в таблице нет столбцов, кроме того, по которому она присоединяется</translation>
    </message>
    <message>
        <source>at most %1 columns can be joined; choose among them</source>
        <translation>можно присоединить не больше %1 столбцов; выберите нужные</translation>
    </message>
    <message>
        <source>nothing to join by</source>
        <translation>нечего искать: ключ пуст</translation>
    </message>
    <message>
        <source>&quot;%1&quot; came before</source>
        <translation>«%1» уже было</translation>
    </message>
    <message>
        <source>it is too large to be joined: at most %L1 cells and %L2 MB; choose fewer columns</source>
        <translation>слишком велика, чтобы присоединить: не больше %L1 ячеек и %L2 МБ; выберите меньше столбцов</translation>
    </message>
</context>
<context>
    <name>linnet::imports::JsonReader</name>
    <message>
        <source>it is no JSON object</source>
        <translation>это не объект JSON</translation>
    </message>
</context>
<context>
    <name>linnet::imports::RowMaker</name>
    <message>
        <source>before byte %1</source>
        <translation>перед байтом %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>строка %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>строка %1</translation>
    </message>
    <message>
        <source>it has more cells than the header has columns (%1 instead of %2)</source>
        <translation>ячеек больше, чем столбцов в заголовке (%1 вместо %2)</translation>
    </message>
    <message>
        <source>these are totals, no row</source>
        <translation>это итоги, а не строка таблицы</translation>
    </message>
    <message>
        <source>column %1 (%2)</source>
        <translation>столбец %1 (%2)</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; cannot be read and was left empty</source>
        <translation>%1: «%2» не удалось прочитать, ячейка оставлена пустой</translation>
    </message>
    <message>
        <source>nothing of it belongs to the table</source>
        <translation>в ней нет ничего для этой таблицы</translation>
    </message>
    <message>
        <source>it has no address</source>
        <translation>в ней нет адреса</translation>
    </message>
</context>
<context>
    <name>linnet::imports::SheetReader</name>
    <message>
        <source>it has a cell in a column that no sheet has</source>
        <translation>в ней есть ячейка в столбце, которого не бывает</translation>
    </message>
    <message>
        <source>it names a text that the workbook does not have</source>
        <translation>она ссылается на текст, которого в книге нет</translation>
    </message>
</context>
<context>
    <name>linnet::imports::TableFile</name>
    <message>
        <source>%1 names the columns; what stands above it was left out</source>
        <translation>%1 — имена столбцов; то, что выше, не взято</translation>
    </message>
</context>
<context>
    <name>linnet::links::Trap</name>
    <message>
        <source>The path repeats itself: %1.</source>
        <translation>Путь повторяется: %1.</translation>
    </message>
    <message>
        <source>The arguments repeat themselves: %1.</source>
        <translation>Аргументы повторяются: %1.</translation>
    </message>
    <message>
        <source>The address keeps growing: %1 characters.</source>
        <translation>Адрес всё растёт: %1 знаков.</translation>
    </message>
    <message>
        <source>The address has %1 folders within each other.</source>
        <translation>В адресе %1 вложенных папок.</translation>
    </message>
    <message>
        <source>A calendar that goes on for ever: %1.</source>
        <translation>Бесконечный календарь: %1.</translation>
    </message>
    <message>
        <source>The same page under ever new visitor numbers: %1.</source>
        <translation>Одна страница под всё новыми номерами посетителя: %1.</translation>
    </message>
    <message>
        <source>Every combination of filters of one page: %1.</source>
        <translation>Все сочетания фильтров одной страницы: %1.</translation>
    </message>
</context>
<context>
    <name>linnet::models</name>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 и ещё %n</numerusform>
            <numerusform>%1 и ещё %n</numerusform>
            <numerusform>%1 и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>раньше %1</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>меньше %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>по %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>позже %1</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>больше %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>от %1</translation>
    </message>
    <message>
        <source>matches /%1/</source>
        <translation>по шаблону /%1/</translation>
    </message>
    <message>
        <source>exactly “%1”</source>
        <translation>точно «%1»</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>any column</source>
        <translation>любой столбец</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>не %1</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>chosen by hand</source>
        <translation>выбраны вручную</translation>
    </message>
    <message>
        <source>Rows exported</source>
        <translation>Экспортировано строк</translation>
    </message>
    <message>
        <source>Rows collected</source>
        <translation>Собрано строк</translation>
    </message>
    <message>
        <source>Exported at</source>
        <translation>Время экспорта</translation>
    </message>
    <message>
        <source>before tax</source>
        <translation>до вычета налогов</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>на руки</translation>
    </message>
    <message>
        <source>published %1</source>
        <translation>опубликовано %1</translation>
    </message>
    <message>
        <source>Skills: %1</source>
        <translation>Навыки: %1</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>words %1</source>
        <translation>слова %1</translation>
    </message>
    <message>
        <source>per month</source>
        <translation>за месяц</translation>
    </message>
    <message>
        <source>per shift</source>
        <translation>за смену</translation>
    </message>
    <message>
        <source>per hour</source>
        <translation>за час</translation>
    </message>
    <message>
        <source>per rotation</source>
        <translation>за вахту</translation>
    </message>
    <message>
        <source>per service</source>
        <translation>за услугу</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>новых: %Ln</numerusform>
            <numerusform>новых: %Ln</numerusform>
            <numerusform>новых: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln newly broken</source>
        <translation>
            <numerusform>стало недоступно: %Ln</numerusform>
            <numerusform>стало недоступно: %Ln</numerusform>
            <numerusform>стало недоступно: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mended</source>
        <translation>
            <numerusform>исправлено: %Ln</numerusform>
            <numerusform>исправлено: %Ln</numerusform>
            <numerusform>исправлено: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone</source>
        <translation>
            <numerusform>исчезло: %Ln</numerusform>
            <numerusform>исчезло: %Ln</numerusform>
            <numerusform>исчезло: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not seen</source>
        <translation>
            <numerusform>не встретилось: %Ln</numerusform>
            <numerusform>не встретилось: %Ln</numerusform>
            <numerusform>не встретилось: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln posted again</source>
        <translation>
            <numerusform>размещено заново: %Ln</numerusform>
            <numerusform>размещено заново: %Ln</numerusform>
            <numerusform>размещено заново: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln posted twice</source>
        <translation>
            <numerusform>размещено дважды: %Ln</numerusform>
            <numerusform>размещено дважды: %Ln</numerusform>
            <numerusform>размещено дважды: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open again</source>
        <translation>
            <numerusform>снова открыто: %Ln</numerusform>
            <numerusform>снова открыто: %Ln</numerusform>
            <numerusform>снова открыто: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>изменилось: %Ln</numerusform>
            <numerusform>изменилось: %Ln</numerusform>
            <numerusform>изменилось: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln outside what was asked</source>
        <translation>
            <numerusform>вне запрошенного: %Ln</numerusform>
            <numerusform>вне запрошенного: %Ln</numerusform>
            <numerusform>вне запрошенного: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pay differs for %Ln</source>
        <translation>
            <numerusform>другая оплата: %Ln</numerusform>
            <numerusform>другая оплата: %Ln</numerusform>
            <numerusform>другая оплата: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changed since %1.</source>
        <translation>С %1 ничего не изменилось.</translation>
    </message>
    <message>
        <source>Since %1: %2</source>
        <translation>С %1: %2</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>было %1</translation>
    </message>
    <message>
        <source>Nothing new since %1.</source>
        <translation>С %1 ничего нового.</translation>
    </message>
</context>
<context>
    <name>linnet::models::AmountSpread</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%L1 of %L2 known</source>
        <translation>известно %L1 из %L2</translation>
    </message>
</context>
<context>
    <name>linnet::models::AuditRuleModel</name>
    <message>
        <source>your own</source>
        <translation>ваше</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выключено</translation>
    </message>
    <message>
        <source>%1, on</source>
        <comment>a rule</comment>
        <translation>%1, включено</translation>
    </message>
    <message>
        <source>%1, off</source>
        <comment>a rule</comment>
        <translation>%1, выключено</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>числа нет</translation>
    </message>
    <message>
        <source>Built in: %1</source>
        <translation>Встроено: %1</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Порог</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Встроено</translation>
    </message>
    <message>
        <source>“%1” is no number from 0 up. “%2” keeps its number.</source>
        <translation>«%1» — не число от 0 и выше. У правила «%2» число осталось прежним.</translation>
    </message>
</context>
<context>
    <name>linnet::models::CrawlPicture</name>
    <message>
        <source>Answered well</source>
        <translation>Ответили</translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>Перенаправления</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Не работают</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Отказали</translation>
    </message>
    <message>
        <source>No way from the start</source>
        <translation>От начала не дойти</translation>
    </message>
    <message>
        <source>%1 clicks and more</source>
        <translation>%1 щелчков и больше</translation>
    </message>
    <message numerus="yes">
        <source>%Ln click(s)</source>
        <translation>
            <numerusform>%Ln щелчок</numerusform>
            <numerusform>%Ln щелчка</numerusform>
            <numerusform>%Ln щелчков</numerusform>
        </translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Остальные</translation>
    </message>
    <message>
        <source>A tenth of the pages is broken, or more</source>
        <translation>Не работает десятая часть страниц или больше</translation>
    </message>
    <message>
        <source>Some broken pages</source>
        <translation>Некоторые страницы не работают</translation>
    </message>
    <message>
        <source>No broken page</source>
        <translation>Все страницы работают</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln страница</numerusform>
            <numerusform>%Ln страницы</numerusform>
            <numerusform>%Ln страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>Broken: %1</source>
        <translation>Не работают: %1</translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation>Статус %1</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Нет ответа</translation>
    </message>
    <message numerus="yes">
        <source>%Ln click(s) from the start</source>
        <translation>
            <numerusform>%Ln щелчок от начала</numerusform>
            <numerusform>%Ln щелчка от начала</numerusform>
            <numerusform>%Ln щелчков от начала</numerusform>
        </translation>
    </message>
    <message>
        <source>Pages that link here: %1; pages it links to: %2</source>
        <translation>Страниц, которые ссылаются сюда: %1; на которые ссылается она: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 addresses in %Ln group(s).</source>
        <translation>
            <numerusform>%1 из %2 адресов в %Ln группе.</numerusform>
            <numerusform>%1 из %2 адресов в %Ln группах.</numerusform>
            <numerusform>%1 из %2 адресов в %Ln группах.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drawn: %1 of %2 addresses, %3 of %4 different links.</source>
        <translation>Нарисовано: адресов — %1 из %2, различных ссылок — %3 из %4.</translation>
    </message>
    <message>
        <source>pages farther away (%1)</source>
        <translation>более далёкие страницы (%1)</translation>
    </message>
    <message>
        <source>images and other files (%1)</source>
        <translation>картинки и другие файлы (%1)</translation>
    </message>
    <message>
        <source>other sites (%1)</source>
        <translation>чужие сайты (%1)</translation>
    </message>
    <message>
        <source>not asked (%1)</source>
        <translation>не запрошенные (%1)</translation>
    </message>
    <message>
        <source>links to pages that most pages link to (%1)</source>
        <translation>ссылки на страницы, на которые ссылается большинство страниц (%1)</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Не показано: %1.</translation>
    </message>
    <message>
        <source>%1 pages are too many to draw each of them: these are their folders.</source>
        <translation>%1 страниц слишком много, чтобы рисовать каждую: это их папки.</translation>
    </message>
    <message>
        <source>Too many links to look for communities</source>
        <translation>Ссылок слишком много, чтобы искать сообщества</translation>
    </message>
    <message>
        <source>%1 and its community</source>
        <translation>%1 и её сообщество</translation>
    </message>
    <message>
        <source>pages that redirects have nothing to do with (%1)</source>
        <translation>страницы, не связанные с перенаправлениями (%1)</translation>
    </message>
</context>
<context>
    <name>linnet::models::FacetModel</name>
    <message>
        <source>not stated</source>
        <translation>не указано</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>ещё %Ln…</numerusform>
            <numerusform>ещё %Ln…</numerusform>
            <numerusform>ещё %Ln…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln row(s)</source>
        <translation>
            <numerusform>%1, %Ln строка</numerusform>
            <numerusform>%1, %Ln строки</numerusform>
            <numerusform>%1, %Ln строк</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::models::FieldModel</name>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
</context>
<context>
    <name>linnet::models::FilterState</name>
    <message>
        <source>This is not an amount, so it filters nothing. Examples: 50000, &gt;50000, 50000~90000, = for empty cells.</source>
        <translation>Это не число, поэтому фильтр не действует. Примеры: 50000, &gt;50000, 50000~90000, = для пустых ячеек.</translation>
    </message>
    <message>
        <source>This is neither yes nor no, so it filters nothing. Use = for empty cells.</source>
        <translation>Это не «да» и не «нет», поэтому фильтр не действует. Для пустых ячеек введите =.</translation>
    </message>
    <message>
        <source>This cannot be read, so it filters nothing (%1). Examples: word, !word, ~whole words, =exact text, /pattern/.</source>
        <translation>Это условие не понято, поэтому фильтр не действует (%1). Примеры: слово, !слово, ~целые слова, =точный текст, /шаблон/.</translation>
    </message>
</context>
<context>
    <name>linnet::models::FindingListModel</name>
    <message>
        <source>asked through a proxy</source>
        <translation>опрошено через прокси</translation>
    </message>
    <message>
        <source>needs a whole crawl</source>
        <translation>нужен полный обход</translation>
    </message>
    <message>
        <source>needs a sitemap</source>
        <translation>нужна карта сайта</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s) passed</source>
        <translation>
            <numerusform>пройдено %Ln правило</numerusform>
            <numerusform>пройдено %Ln правила</numerusform>
            <numerusform>пройдено %Ln правил</numerusform>
        </translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Предупреждения</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>развёрнуто</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>свёрнуто</translation>
    </message>
    <message>
        <source>not by segment</source>
        <translation>не по разделам</translation>
    </message>
</context>
<context>
    <name>linnet::models::HostsModel</name>
    <message>
        <source>paused from here</source>
        <translation>приостановлен отсюда</translation>
    </message>
    <message numerus="yes">
        <source>paused %n s because the server asked for it</source>
        <translation>
            <numerusform>пауза %n с: так просит сервер</numerusform>
            <numerusform>пауза %n с: так просит сервер</numerusform>
            <numerusform>пауза %n с: так просит сервер</numerusform>
        </translation>
    </message>
    <message>
        <source>does not answer; tried again from time to time</source>
        <translation>не отвечает; время от времени пробуем снова</translation>
    </message>
    <message>
        <source>waiting for the pace</source>
        <translation>ждёт своего темпа</translation>
    </message>
    <message>
        <source>working</source>
        <translation>в работе</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>без дела</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>В работе</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждут</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Что делает</translation>
    </message>
</context>
<context>
    <name>linnet::models::InsightAnswer</name>
    <message>
        <source>ads</source>
        <translation>объявления</translation>
    </message>
    <message>
        <source>addresses</source>
        <translation>адреса</translation>
    </message>
    <message>
        <source>Pay, ₽ a month before tax</source>
        <translation>Оплата, ₽ в месяц до вычета налога</translation>
    </message>
    <message>
        <source>Pay, ₽ a month in hand</source>
        <translation>Оплата, ₽ в месяц на руки</translation>
    </message>
    <message>
        <source>Seconds until the answer was there</source>
        <translation>Секунды до полного ответа</translation>
    </message>
    <message>
        <source>Size, bytes</source>
        <translation>Размер, байты</translation>
    </message>
    <message>
        <source>Pay that compares: a month of full work, before tax, nominal.</source>
        <translation>Сравнимая оплата: месяц полной занятости, до вычета налога, номинально.</translation>
    </message>
    <message>
        <source>Pay that compares: a month of full work, in hand, nominal.</source>
        <translation>Сравнимая оплата: месяц полной занятости, на руки, номинально.</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>Ads</source>
        <translation>Объявления</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>%1: %2 of %3, %4.</source>
        <translation>%1: %2 из %3, %4.</translation>
    </message>
    <message>
        <source>The highest median, %1, goes with %2 (n = %3).</source>
        <translation>Самая высокая медиана, %1: %2 (n = %3).</translation>
    </message>
    <message>
        <source>Half lie above %1, half below; it is known for %2 of %3, %4.</source>
        <translation>Половина выше %1, половина ниже; известно для %2 из %3, %4.</translation>
    </message>
    <message>
        <source>Known of the ad</source>
        <translation>Что известно об объявлении</translation>
    </message>
    <message>
        <source>Share of ads</source>
        <translation>Доля объявлений</translation>
    </message>
    <message>
        <source>The difference of the medians of ads with and without it, among ads of the same experience and region.</source>
        <translation>Разница медиан объявлений с навыком и без него среди объявлений с тем же опытом и из того же региона.</translation>
    </message>
    <message>
        <source>Difference, ₽ a month</source>
        <translation>Разница, ₽ в месяц</translation>
    </message>
    <message>
        <source>%1 goes with %2 a month. %3</source>
        <translation>%1 встречается вместе с разницей %2 в месяц. %3</translation>
    </message>
    <message>
        <source>In 95 % of drawings anew it lies from %1 to %2 (%3 ads with it, %4 without).</source>
        <translation>В 95 % повторных выборок она лежит от %1 до %2 (объявлений с навыком: %3, без него: %4).</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) and more</source>
        <translation>
            <numerusform>%n день и больше</numerusform>
            <numerusform>%n дня и больше</numerusform>
            <numerusform>%n дней и больше</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %n day(s)</source>
        <translation>
            <numerusform>от %1 до %n дня</numerusform>
            <numerusform>от %1 до %n дней</numerusform>
            <numerusform>от %1 до %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Age of the ad</source>
        <translation>Возраст объявления</translation>
    </message>
    <message>
        <source>The age of an ad is that at the time of one search: show one.</source>
        <translation>Возраст объявления считается на время одного поиска: покажите один.</translation>
    </message>
    <message>
        <source>Full days from the first publication, or from when it was first seen where the source does not tell; a date that the source renews does not count.</source>
        <translation>Полные дни с первой публикации или, если источник её не сообщает, с того дня, когда объявление впервые увидели; дата, которую источник обновляет, не считается.</translation>
    </message>
    <message>
        <source>Half are older than %1 days, half younger (n = %2); first published is known for %3.</source>
        <translation>Половина старше %1 дн., половина моложе (n = %2); дата первой публикации известна для %3.</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>в %1 раза</translation>
    </message>
    <message numerus="yes">
        <source>%n ad(s)</source>
        <translation>
            <numerusform>%n объявление</numerusform>
            <numerusform>%n объявления</numerusform>
            <numerusform>%n объявлений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n адрес</numerusform>
            <numerusform>%n адреса</numerusform>
            <numerusform>%n адресов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, known for %3.</source>
        <translation>%1: %2, известно для %3.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Median: %1</source>
        <translation>Медиана: %1</translation>
    </message>
    <message>
        <source>Share of addresses</source>
        <translation>Доля адресов</translation>
    </message>
    <message>
        <source>Too few values are known on both sides.</source>
        <translation>С обеих сторон известно слишком мало значений.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a group, of which side</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Share of those with a number</source>
        <translation>Доля тех, у кого есть число</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>the same of both sides</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1: median %2, n = %3</source>
        <translation>%1: медиана %2, n = %3</translation>
    </message>
    <message>
        <source>%1: too few known values, n = %2</source>
        <translation>%1: известно слишком мало значений, n = %2</translation>
    </message>
    <message>
        <source>%1 %2 (n = %3)</source>
        <translation>%1 %2 (n = %3)</translation>
    </message>
    <message>
        <source>They differ most in %1: %2.</source>
        <translation>Больше всего различаются по «%1»: %2.</translation>
    </message>
    <message>
        <source>Share here</source>
        <translation>Доля здесь</translation>
    </message>
    <message>
        <source>Share in all</source>
        <translation>Доля во всех</translation>
    </message>
    <message>
        <source>Times as often as in all</source>
        <translation>Во сколько раз чаще, чем во всех</translation>
    </message>
    <message>
        <source>More often than in all: %1 here, %2 in all.</source>
        <translation>Чаще, чем во всех: здесь %1, во всех %2.</translation>
    </message>
    <message>
        <source>Less often than in all: %1 here, %2 in all.</source>
        <translation>Реже, чем во всех: здесь %1, во всех %2.</translation>
    </message>
    <message>
        <source>%1 (%2, in all %3)</source>
        <translation>%1 (%2, во всех %3)</translation>
    </message>
    <message>
        <source>More often here than in all: %1.</source>
        <comment>with items and their shares</comment>
        <translation>Здесь чаще, чем во всех: %1.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two values of a row</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Shares by: %1</source>
        <translation>Доли по столбцу: %1</translation>
    </message>
    <message>
        <source>A row counts once for each of its items.</source>
        <translation>Строка считается по разу для каждого своего пункта списка.</translation>
    </message>
    <message>
        <source>other</source>
        <translation>другое</translation>
    </message>
    <message>
        <source>%1: most often %2, %3 of %4.</source>
        <translation>%1: чаще всего %2, %3 из %4.</translation>
    </message>
    <message>
        <source>No skill has %1 ads with known pay and %1 like them without it.</source>
        <translation>Ни у одного навыка нет %1 объявлений с известной оплатой и %1 похожих на них без него.</translation>
    </message>
    <message>
        <source>Two that stand in the same ad; an ad counts once for each of its pairs.</source>
        <translation>Два навыка в одном объявлении; объявление считается по разу для каждой своей пары.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>Times as often as by chance</source>
        <translation>Во сколько раз чаще случайного</translation>
    </message>
    <message>
        <source>%1 and %2 stand together most often: in %3 of %4 ads with any, %5.</source>
        <translation>Чаще всего вместе стоят %1 и %2: в %3 из %4 объявлений, где есть хоть один, %5.</translation>
    </message>
    <message>
        <source>Closest together are %1 and %2: %3 as often as by chance.</source>
        <translation>Теснее всего связаны %1 и %2: %3 чаще случайного.</translation>
    </message>
    <message>
        <source>Only %1 is drawn.</source>
        <translation>Нарисовано только: %1.</translation>
    </message>
    <message>
        <source>%1 and %2 stand together most often: in %3 of %4 ads with both, %5.</source>
        <translation>Чаще всего вместе стоят %1 и %2: в %3 из %4 объявлений, где есть и то и другое, %5.</translation>
    </message>
    <message>
        <source>Of the ads of each source, those that say it. Where a column of compared words has less than the column before it, words of the source were not understood.</source>
        <translation>Доля объявлений каждого источника, в которых это сказано. Где в столбце общего словаря меньше, чем в столбце перед ним, слова источника не были поняты.</translation>
    </message>
</context>
<context>
    <name>linnet::models::InsightMap</name>
    <message>
        <source>not said</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 и ещё %2</translation>
    </message>
    <message>
        <source>Ads that say where they are; the larger a circle, the more lie there.</source>
        <translation>Объявления, в которых указано место; чем больше круг, тем их там больше.</translation>
    </message>
    <message>
        <source>ads</source>
        <translation>объявления</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Ads</source>
        <translation>Объявления</translation>
    </message>
    <message>
        <source>No ad here has coordinates. Sources give them with ads that name an address: hh, SuperJob and Trudvsem do, and files with the columns lat and lng.</source>
        <translation>Ни у одного объявления здесь нет координат. Источники дают их, когда в объявлении указан адрес: так делают hh, SuperJob и «Работа в России», а также файлы со столбцами lat и lng.</translation>
    </message>
    <message>
        <source>%1 of %2 ads have coordinates; the most at one place, %3: %4.</source>
        <translation>Координаты есть у %1 из %2 объявлений; больше всего в одном месте, %3: %4.</translation>
    </message>
</context>
<context>
    <name>linnet::models::InsightQuestion</name>
    <message>
        <source>What is paid?</source>
        <translation>Сколько платят?</translation>
    </message>
    <message>
        <source>What does experience go with?</source>
        <translation>Как оплата связана с опытом?</translation>
    </message>
    <message>
        <source>Where is how much paid?</source>
        <translation>Где сколько платят?</translation>
    </message>
    <message>
        <source>Which skills go with which pay?</source>
        <translation>С какими навыками какая оплата?</translation>
    </message>
    <message>
        <source>Which skills are asked for?</source>
        <translation>Какие навыки нужны?</translation>
    </message>
    <message>
        <source>Where are the jobs?</source>
        <translation>Где вакансии?</translation>
    </message>
    <message>
        <source>Who hires?</source>
        <translation>Кто нанимает?</translation>
    </message>
    <message>
        <source>Where is the work done?</source>
        <translation>Где выполняется работа?</translation>
    </message>
    <message>
        <source>Which sources are the ads from?</source>
        <translation>Из каких источников объявления?</translation>
    </message>
    <message>
        <source>How did the pay come about?</source>
        <translation>Как получена оплата?</translation>
    </message>
    <message>
        <source>How complete are the data?</source>
        <translation>Насколько полны данные?</translation>
    </message>
    <message>
        <source>What do the servers answer?</source>
        <translation>Что отвечают серверы?</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>Что не так?</translation>
    </message>
    <message>
        <source>How many clicks away are the pages?</source>
        <translation>В скольких кликах страницы?</translation>
    </message>
    <message>
        <source>How long do answers take?</source>
        <translation>Как долго приходят ответы?</translation>
    </message>
    <message>
        <source>Which kinds of files are slow?</source>
        <translation>Какие виды файлов медленные?</translation>
    </message>
    <message>
        <source>How large are the pages?</source>
        <translation>Какого размера страницы?</translation>
    </message>
    <message>
        <source>Which kinds of files are there?</source>
        <translation>Какие виды файлов есть?</translation>
    </message>
    <message>
        <source>Why do addresses fail?</source>
        <translation>Почему адреса не отвечают?</translation>
    </message>
    <message>
        <source>Which skills go with more pay?</source>
        <translation>С какими навыками зарплата выше?</translation>
    </message>
    <message>
        <source>What is paid at which grade?</source>
        <translation>Сколько платят на каком уровне?</translation>
    </message>
    <message>
        <source>What is paid in which region?</source>
        <translation>Сколько платят в каком регионе?</translation>
    </message>
    <message>
        <source>Which skills go together?</source>
        <translation>Какие навыки идут вместе?</translation>
    </message>
    <message>
        <source>Where on the map?</source>
        <translation>Где на карте?</translation>
    </message>
    <message>
        <source>How old are the ads?</source>
        <translation>Как давно висят объявления?</translation>
    </message>
    <message>
        <source>Which employers ask for which skills?</source>
        <translation>Какие работодатели спрашивают какие навыки?</translation>
    </message>
    <message>
        <source>What does each source tell?</source>
        <translation>Что сообщает каждый источник?</translation>
    </message>
</context>
<context>
    <name>linnet::models::MarkEdits</name>
    <message>
        <source>Star</source>
        <translation>Звёздочка</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>Снятие звёздочки</translation>
    </message>
</context>
<context>
    <name>linnet::models::NavigatorModel</name>
    <message>
        <source>today %1</source>
        <translation>сегодня %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>вчера %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time of a run and its rows</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Запросы</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>ещё не было</translation>
    </message>
</context>
<context>
    <name>linnet::models::PoolWords</name>
    <message>
        <source>%L1 s</source>
        <translation>%L1 с</translation>
    </message>
    <message>
        <source>%L1 min</source>
        <translation>%L1 мин</translation>
    </message>
    <message>
        <source>in turn</source>
        <translation>по очереди</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>случайно</translation>
    </message>
    <message>
        <source>the quick ones first</source>
        <translation>сначала быстрые</translation>
    </message>
    <message>
        <source>one for each site</source>
        <translation>каждому сайту свой</translation>
    </message>
    <message numerus="yes">
        <source>another after %n request(s)</source>
        <translation>
            <numerusform>другой через %n запрос</numerusform>
            <numerusform>другой через %n запроса</numerusform>
            <numerusform>другой через %n запросов</numerusform>
        </translation>
    </message>
    <message>
        <source>only the first</source>
        <translation>только первый</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>не поддерживается</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>its login is not known</source>
        <translation>его логин неизвестен</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>ещё не использовался</translation>
    </message>
    <message>
        <source>good</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>медленный</translation>
    </message>
    <message>
        <source>rests for %1</source>
        <translation>отдыхает ещё %1</translation>
    </message>
    <message>
        <source>is tried again</source>
        <translation>пробуется снова</translation>
    </message>
    <message>
        <source>dead; tried again in %1</source>
        <translation>не отвечает; снова через %1</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>не отвечает</translation>
    </message>
    <message>
        <source>not wanted at %1 for %2</source>
        <translation>не пускают на %1 ещё %2</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не работает</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>не работает: %1</translation>
    </message>
    <message>
        <source>works</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 с</translation>
    </message>
    <message numerus="yes">
        <source>%n resting</source>
        <translation>
            <numerusform>%n отдыхает</numerusform>
            <numerusform>%n отдыхают</numerusform>
            <numerusform>%n отдыхают</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not wanted there</source>
        <translation>
            <numerusform>%n туда не пускают</numerusform>
            <numerusform>%n туда не пускают</numerusform>
            <numerusform>%n туда не пускают</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dead</source>
        <translation>
            <numerusform>%n не отвечает</numerusform>
            <numerusform>%n не отвечают</numerusform>
            <numerusform>%n не отвечают</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n switched off</source>
        <translation>
            <numerusform>%n выключен</numerusform>
            <numerusform>%n выключено</numerusform>
            <numerusform>%n выключено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not supported</source>
        <translation>
            <numerusform>%n не поддерживается</numerusform>
            <numerusform>%n не поддерживаются</numerusform>
            <numerusform>%n не поддерживаются</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the others: %1.</source>
        <translation>Остальные: %1.</translation>
    </message>
    <message>
        <source>The next request goes through %1 (%2).</source>
        <translation>Следующий запрос пойдёт через %1 (%2).</translation>
    </message>
    <message>
        <source>The next request to %1 goes through %2 (%3).</source>
        <translation>Следующий запрос к %1 пойдёт через %2 (%3).</translation>
    </message>
    <message numerus="yes">
        <source>The next request goes through one of %n proxy(s) (%1).</source>
        <translation>
            <numerusform>Следующий запрос пойдёт через %n прокси (%1).</numerusform>
            <numerusform>Следующий запрос пойдёт через один из %n прокси (%1).</numerusform>
            <numerusform>Следующий запрос пойдёт через один из %n прокси (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next request to %1 goes through one of %n proxy(s) (%2).</source>
        <translation>
            <numerusform>Следующий запрос к %1 пойдёт через %n прокси (%2).</numerusform>
            <numerusform>Следующий запрос к %1 пойдёт через один из %n прокси (%2).</numerusform>
            <numerusform>Следующий запрос к %1 пойдёт через один из %n прокси (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>No proxy can be used just now: the next request waits for %1 and never goes directly.</source>
        <translation>Сейчас не годится ни один прокси: следующий запрос подождёт %1 и не пойдёт напрямую.</translation>
    </message>
    <message>
        <source>No proxy can be used: requests fail and never go directly.</source>
        <translation>Ни один прокси не годится: запросы не удаются и никогда не идут напрямую.</translation>
    </message>
    <message numerus="yes">
        <source>%n proxy(s)</source>
        <translation>
            <numerusform>%n прокси</numerusform>
            <numerusform>%n прокси</numerusform>
            <numerusform>%n прокси</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a login</source>
        <translation>
            <numerusform>%n с логином</numerusform>
            <numerusform>%n с логином</numerusform>
            <numerusform>%n с логином</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n your own</source>
        <translation>
            <numerusform>%n ваш</numerusform>
            <numerusform>%n ваших</numerusform>
            <numerusform>%n ваших</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be read</source>
        <translation>
            <numerusform>%n строка не читается</numerusform>
            <numerusform>%n строки не читаются</numerusform>
            <numerusform>%n строк не читаются</numerusform>
        </translation>
    </message>
    <message>
        <source>typed or pasted</source>
        <translation>введены или вставлены</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>where proxies are from: how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Asked directly, past the proxies: %1.</source>
        <translation>Напрямую, мимо прокси: %1.</translation>
    </message>
    <message>
        <source>When no proxy works, requests go directly and show your own address.</source>
        <translation>Когда ни один прокси не работает, запросы идут напрямую и показывают ваш собственный адрес.</translation>
    </message>
    <message>
        <source>No proxy can be used just now: requests go directly and show your own address, as was allowed.</source>
        <translation>Сейчас ни один прокси не годится: запросы идут напрямую и показывают ваш собственный адрес, как вы разрешили.</translation>
    </message>
    <message>
        <source>The site is asked again in %1.</source>
        <translation>Сайт будет спрошен снова через %1.</translation>
    </message>
</context>
<context>
    <name>linnet::models::ProblemsModel</name>
    <message>
        <source>%1 %2 (%L3)</source>
        <comment>a host, a cause and how often</comment>
        <translation>%1 %2 (%L3)</translation>
    </message>
</context>
<context>
    <name>linnet::models::ProxyTableModel</name>
    <message>
        <source>%1, with a login</source>
        <translation>%1, с логином</translation>
    </message>
    <message>
        <source>my own</source>
        <translation>мой</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>введён</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Секунды</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Ответов</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Неудач</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Чей</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>Последняя неудача</translation>
    </message>
</context>
<context>
    <name>linnet::models::ReadyView</name>
    <message>
        <source>Redirects</source>
        <translation>Перенаправления</translation>
    </message>
    <message>
        <source>Addresses that lead elsewhere, with the next hop and the end of the chain</source>
        <translation>Адреса, ведущие в другое место, со следующим шагом и концом цепочки</translation>
    </message>
    <message>
        <source>Links to other sites</source>
        <translation>Ссылки на другие сайты</translation>
    </message>
    <message>
        <source>Links that leave the crawl, with what became of them when they were asked</source>
        <translation>Ссылки, ведущие за пределы обхода, и что стало с ними, если их запросили</translation>
    </message>
    <message>
        <source>Addresses asked</source>
        <translation>Опрошенные адреса</translation>
    </message>
    <message>
        <source>Every address that was asked, whatever came of it. Those that were only found stand under Is it complete?</source>
        <translation>Все адреса, которые были опрошены, чем бы это ни кончилось. Те, что только найдены, перечислены во вкладке «Всё ли собрано?».</translation>
    </message>
    <message>
        <source>Addresses of the site</source>
        <translation>Адреса сайта</translation>
    </message>
    <message>
        <source>Pages and files of the site that were asked, in the order in which they were found: the first is the start page</source>
        <translation>Запрошенные страницы и файлы сайта в том порядке, в каком они найдены: первая — начальная</translation>
    </message>
    <message>
        <source>Everything named</source>
        <translation>Все названные адреса</translation>
    </message>
    <message>
        <source>Also addresses that were only found in links and not asked, with the reason</source>
        <translation>И те адреса, что только встретились в ссылках и не запрошены, с причиной</translation>
    </message>
</context>
<context>
    <name>linnet::models::RowModel</name>
    <message>
        <source>Sorted by the first %1 characters</source>
        <translation>Сортируется по первым %1 символам</translation>
    </message>
</context>
<context>
    <name>linnet::models::RuleModel</name>
    <message>
        <source>Your own. Built in: %1</source>
        <translation>Ваша строка. Встроено: %1</translation>
    </message>
    <message>
        <source>%1, your own</source>
        <translation>%1, ваша строка</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Для чего</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Слово</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С какого дня</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Значит</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Кто так считает</translation>
    </message>
</context>
<context>
    <name>linnet::models::SelectionSummary</name>
    <message numerus="yes">
        <source>%Ln row(s) selected</source>
        <translation>
            <numerusform>выделена %Ln строка</numerusform>
            <numerusform>выделены %Ln строки</numerusform>
            <numerusform>выделено %Ln строк</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln known): mean %2, median %3, sum %4</source>
        <translation>
            <numerusform>%1 (известно %Ln): среднее %2, медиана %3, сумма %4</numerusform>
            <numerusform>%1 (известно %Ln): среднее %2, медиана %3, сумма %4</numerusform>
            <numerusform>%1 (известно %Ln): среднее %2, медиана %3, сумма %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::models::ShownAmounts</name>
    <message>
        <source>%1, %2: %L3 of %L4 known, median %5</source>
        <translation>%1, %2: известно %L3 из %L4, медиана %5</translation>
    </message>
</context>
<context>
    <name>linnet::models::UnderWayModel</name>
    <message>
        <source>Since the request was let go; of those that wait, since they wait</source>
        <translation>С отправки запроса; у ожидающих — с начала ожидания</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Секунды</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Попытка</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
</context>
<context>
    <name>linnet::models::Waterfall</name>
    <message>
        <source>Waited in Linnet&apos;s queue: %1</source>
        <translation>В очереди Linnet: %1</translation>
    </message>
    <message>
        <source>To the first byte: %1</source>
        <translation>До первого байта: %1</translation>
    </message>
    <message>
        <source>Receiving: %1</source>
        <translation>Получение: %1</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Попытка %1</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>статус %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>Connecting: %1</source>
        <translation>Соединение: %1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Сейчас: %1</translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation>в очереди</translation>
    </message>
    <message>
        <source>waiting for the limiter</source>
        <translation>ждёт ограничителя</translation>
    </message>
    <message>
        <source>pause before attempt %1</source>
        <translation>пауза перед попыткой %1</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>соединяется</translation>
    </message>
    <message>
        <source>waiting for the first byte</source>
        <translation>ждёт первого байта</translation>
    </message>
    <message>
        <source>receiving</source>
        <translation>получает</translation>
    </message>
    <message>
        <source>Pause before this attempt: %1</source>
        <translation>Пауза перед этой попыткой: %1</translation>
    </message>
    <message>
        <source>Held by the pace for %1 of that</source>
        <translation>Из них держал темп: %1</translation>
    </message>
    <message>
        <source>retry pause</source>
        <translation>пауза до повтора</translation>
    </message>
</context>
<context>
    <name>linnet::net::NoProxyList</name>
    <message>
        <source>“%1”: %2</source>
        <translation>«%1»: %2</translation>
    </message>
    <message>
        <source>only the host is wanted here, without http://</source>
        <translation>здесь нужен только узел, без http://</translation>
    </message>
    <message>
        <source>a network looks like 10.0.0.0/8</source>
        <translation>сеть пишется так: 10.0.0.0/8</translation>
    </message>
    <message>
        <source>the port is not 1 to 65535</source>
        <translation>порт не от 1 до 65535</translation>
    </message>
    <message>
        <source>no host can be called that</source>
        <translation>узел не может так называться</translation>
    </message>
</context>
<context>
    <name>linnet::practice::Pages</name>
    <message>
        <source>Practice server</source>
        <translation>Учебный сервер</translation>
    </message>
    <message>
        <source>Everything here is invented: vacancies, employers and addresses. Search it as you would search a real service.</source>
        <translation>Здесь всё вымышлено: вакансии, работодатели и адреса. Ищите так же, как на настоящем сервисе.</translation>
    </message>
    <message>
        <source>No such vacancy</source>
        <translation>Такой вакансии нет</translation>
    </message>
    <message>
        <source>It may have been removed.</source>
        <translation>Возможно, её удалили.</translation>
    </message>
    <message>
        <source>An invented advertisement for practice.</source>
        <translation>Вымышленное объявление для тренировки.</translation>
    </message>
    <message>
        <source>This vacancy is invented, so nobody reads applications to it.</source>
        <translation>Эта вакансия вымышлена, поэтому отклики на неё никто не читает.</translation>
    </message>
    <message>
        <source>To the advertisement</source>
        <translation>К объявлению</translation>
    </message>
    <message>
        <source>An invented employer for practice.</source>
        <translation>Вымышленный работодатель для тренировки.</translation>
    </message>
    <message>
        <source>No such employer</source>
        <translation>Такого работодателя нет</translation>
    </message>
    <message>
        <source>Thank you. A real service would have shown a picture here; on this practice server the visit is enough. Requests are answered again.</source>
        <translation>Спасибо. Настоящий сервис показал бы здесь картинку, а учебному серверу достаточно, что вы зашли. Теперь он снова отвечает на запросы.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Captcha passed</source>
        <translation>Капча пройдена</translation>
    </message>
</context>
<context>
    <name>linnet::practice::TryPages</name>
    <message>
        <source>No such page</source>
        <translation>Нет такой страницы</translation>
    </message>
    <message>
        <source>Wait from 0 to %1 milliseconds.</source>
        <translation>Ждать можно от 0 до %1 миллисекунд.</translation>
    </message>
    <message>
        <source>Practice page</source>
        <translation>Учебная страница</translation>
    </message>
    <message>
        <source>This answer took its time: %1 ms.</source>
        <translation>Этот ответ не торопился: %1 мс.</translation>
    </message>
    <message>
        <source>Statuses go from 200 to 599.</source>
        <translation>Статусы бывают от 200 до 599.</translation>
    </message>
    <message>
        <source>This answer has the status %1.</source>
        <translation>У этого ответа статус %1.</translation>
    </message>
</context>
<context>
    <name>linnet::proxies</name>
    <message>
        <source>nothing here looks like a host and a port</source>
        <translation>ничего похожего на хост и порт</translation>
    </message>
    <message>
        <source>the host cannot exist</source>
        <translation>такого хоста быть не может</translation>
    </message>
    <message>
        <source>the port is missing</source>
        <translation>нет порта</translation>
    </message>
    <message>
        <source>the port is not 1 to 65535</source>
        <translation>порт не от 1 до 65535</translation>
    </message>
    <message>
        <source>three parts: a user without a password, or something else behind the port</source>
        <translation>три части: имя без пароля или что-то ещё после порта</translation>
    </message>
    <message>
        <source>an IPv6 address needs brackets: [::1]:8080</source>
        <translation>адресу IPv6 нужны скобки: [::1]:8080</translation>
    </message>
    <message>
        <source>this can be read in two ways; write scheme://user:password@host:port</source>
        <translation>это можно понять двояко; напишите scheme://user:password@host:port</translation>
    </message>
    <message>
        <source>unknown kind of proxy</source>
        <translation>неизвестный вид прокси</translation>
    </message>
    <message>
        <source>this is the address of a page, not of a proxy</source>
        <translation>это адрес страницы, а не прокси</translation>
    </message>
    <message>
        <source>there is more on the line than a proxy and its login</source>
        <translation>в строке больше, чем прокси и его логин</translation>
    </message>
    <message>
        <source>the line is too long</source>
        <translation>строка слишком длинна</translation>
    </message>
    <message>
        <source>this is no text in UTF-8</source>
        <translation>это не текст в UTF-8</translation>
    </message>
    <message>
        <source>the JSON is broken here</source>
        <translation>здесь JSON повреждён</translation>
    </message>
    <message>
        <source>no table and no text with proxies was found on the page</source>
        <translation>на странице нет ни таблицы, ни текста с прокси</translation>
    </message>
</context>
<context>
    <name>linnet::report::AuditPart</name>
    <message>
        <source>Kinds of errors</source>
        <translation>Видов ошибок</translation>
    </message>
    <message>
        <source>Kinds of warnings</source>
        <translation>Видов предупреждений</translation>
    </message>
    <message>
        <source>Kinds of notices</source>
        <translation>Видов замечаний</translation>
    </message>
    <message>
        <source>Rules passed</source>
        <translation>Правил пройдено</translation>
    </message>
    <message>
        <source>Rules not judged</source>
        <translation>Правил без оценки</translation>
    </message>
    <message>
        <source>this crawl does not tell</source>
        <translation>по этому обходу не судить</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was found; %Ln rule(s) passed.</source>
        <translation>
            <numerusform>Ничего не найдено; пройдено %Ln правило.</numerusform>
            <numerusform>Ничего не найдено; пройдено %Ln правила.</numerusform>
            <numerusform>Ничего не найдено; пройдено %Ln правил.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kind(s) of errors</source>
        <translation>
            <numerusform>%Ln вид ошибок</numerusform>
            <numerusform>%Ln вида ошибок</numerusform>
            <numerusform>%Ln видов ошибок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of warnings</source>
        <translation>
            <numerusform>%Ln предупреждений</numerusform>
            <numerusform>%Ln предупреждений</numerusform>
            <numerusform>%Ln предупреждений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of notices</source>
        <translation>
            <numerusform>%Ln замечаний</numerusform>
            <numerusform>%Ln замечаний</numerusform>
            <numerusform>%Ln замечаний</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s) passed.</source>
        <translation>
            <numerusform>пройдено %Ln правило.</numerusform>
            <numerusform>пройдено %Ln правила.</numerusform>
            <numerusform>пройдено %Ln правил.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is wrong with the site?</source>
        <translation>Что не так с сайтом?</translation>
    </message>
    <message>
        <source>Only one crawl is audited, and the report is of several.</source>
        <translation>Аудит делается для одного обхода, а отчёт — о нескольких.</translation>
    </message>
    <message>
        <source>Rules over links look at all links, whatever the filter.</source>
        <translation>Правила о ссылках смотрят на все ссылки, каким бы ни был фильтр.</translation>
    </message>
</context>
<context>
    <name>linnet::report::Figure</name>
    <message>
        <source>too few known values, n = %1</source>
        <translation>слишком мало известных значений, n = %1</translation>
    </message>
    <message>
        <source>Ads</source>
        <translation>Объявления</translation>
    </message>
    <message>
        <source>Pay that compares is known</source>
        <translation>Сравнимая оплата известна</translation>
    </message>
    <message>
        <source>for %1 of %2 ads</source>
        <translation>у %1 из %2 объявлений</translation>
    </message>
    <message>
        <source>Median pay</source>
        <translation>Медиана оплаты</translation>
    </message>
    <message>
        <source>%1 ₽</source>
        <translation>%1 ₽</translation>
    </message>
    <message>
        <source>a month before tax, n = %1 ads</source>
        <translation>в месяц до вычета налога, n = %1 объявлений</translation>
    </message>
    <message>
        <source>a month in hand, n = %1 ads</source>
        <translation>в месяц на руки, n = %1 объявлений</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>not said</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>%1 of them were asked</source>
        <translation>запрошено из них: %1</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Битые</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>%1 of %2 addresses asked</source>
        <translation>%1 из %2 запрошенных адресов</translation>
    </message>
    <message>
        <source>Median time to the answer</source>
        <translation>Медиана времени ответа</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>to the last byte, n = %1 answers</source>
        <translation>до последнего байта, n = %1 ответов</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Сайты</translation>
    </message>
</context>
<context>
    <name>linnet::report::Logo</name>
    <message>
        <source>%1 is no PNG or JPEG picture; save the logo as one of these</source>
        <translation>%1 — не картинка PNG или JPEG; сохраните логотип в одном из этих форматов</translation>
    </message>
</context>
<context>
    <name>linnet::report::ReportFile</name>
    <message>
        <source>this computer has no fonts to write a report with; install some, for example DejaVu</source>
        <translation>на этом компьютере нет шрифтов для отчёта; установите какие-нибудь, например DejaVu</translation>
    </message>
</context>
<context>
    <name>linnet::report::ReportWords</name>
    <message>
        <source>About all %1 ads.</source>
        <translation>Обо всех объявлениях: %1.</translation>
    </message>
    <message>
        <source>About all %1 addresses.</source>
        <translation>Обо всех адресах: %1.</translation>
    </message>
    <message>
        <source>About %1 of %2 ads, those that pass the filter: %3.</source>
        <translation>О %1 из %2 объявлений, которые проходят фильтр: %3.</translation>
    </message>
    <message>
        <source>About %1 of %2 addresses, those that pass the filter: %3.</source>
        <translation>О %1 из %2 адресов, которые проходят фильтр: %3.</translation>
    </message>
    <message>
        <source>Made on %1 with Linnet %2.</source>
        <translation>Составлено %1 в Linnet %2.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Составитель: %1</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Логотип</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Коротко</translation>
    </message>
    <message>
        <source>Since last time</source>
        <translation>С прошлого раза</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Примечания</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Вопросы и ответы</translation>
    </message>
    <message>
        <source>There is no row to say anything about. Take away conditions of the filter, or choose another run.</source>
        <translation>Нет строк, о которых можно что-то сказать. Уберите условия фильтра или выберите другой запуск.</translation>
    </message>
    <message>
        <source>Nothing can be told, or too few values are known, of: %1</source>
        <translation>Сказать нечего или известно слишком мало значений: %1</translation>
    </message>
    <message>
        <source>The numbers: %1</source>
        <translation>Числа: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more row(s)</source>
        <translation>
            <numerusform>и ещё %n строка</numerusform>
            <numerusform>и ещё %n строки</numerusform>
            <numerusform>и ещё %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>About this data</source>
        <translation>Об этих данных</translation>
    </message>
    <message>
        <source>There is nothing to compare with yet: no earlier complete run of the same search.</source>
        <translation>Сравнивать пока не с чем: нет более раннего полного запуска того же поиска.</translation>
    </message>
    <message>
        <source>Nothing is compared, since the report is of several runs.</source>
        <translation>Сравнения нет: отчёт охватывает несколько запусков.</translation>
    </message>
    <message>
        <source>This counts all rows of the run, whatever the filter.</source>
        <translation>Здесь учтены все строки запуска, независимо от фильтра.</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Страница %1</translation>
    </message>
    <message>
        <source>The numbers behind the charts</source>
        <translation>Числа, по которым построены диаграммы</translation>
    </message>
    <message>
        <source>The charts show them as “%1” beside “%2”: %3</source>
        <translation>На диаграммах они стоят как «%1» рядом с «%2»: %3</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Что делать: %1</translation>
    </message>
    <message>
        <source>Also found: %1.</source>
        <translation>Также найдено: %1.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::session</name>
    <message>
        <source>&quot;%1&quot; is neither a run&apos;s number nor &quot;last&quot;.</source>
        <translation>«%1» — не номер запуска и не «last».</translation>
    </message>
    <message>
        <source>The project has no run %1.</source>
        <translation>В проекте нет запуска %1.</translation>
    </message>
    <message>
        <source>Before run %1 there is no complete run of its kind to compare it with.</source>
        <translation>До запуска %1 нет полного запуска того же вида, с которым его можно сравнить.</translation>
    </message>
    <message>
        <source>Give two runs as OLD,NEW, for example 1,2, or &quot;last&quot;.</source>
        <translation>Укажите два запуска как OLD,NEW, например 1,2, или «last».</translation>
    </message>
    <message>
        <source>The project has no run whose rows can be compared.</source>
        <translation>В проекте нет запуска, строки которого можно сравнить.</translation>
    </message>
    <message>
        <source>Run %1 and run %2 are of different kinds; only runs of one kind can be compared.</source>
        <translation>Запуски %1 и %2 разного вида; сравнивать можно только запуски одного вида.</translation>
    </message>
    <message>
        <source>Run %1 has no rows that can be compared.</source>
        <translation>У запуска %1 нет строк, которые можно сравнить.</translation>
    </message>
    <message>
        <source>Run %1 and run %2 did not ask for the same: what is new or missing may only not have been asked for.</source>
        <translation>Запуски %1 и %2 запрашивали не одно и то же: новое или недостающее могло просто не запрашиваться.</translation>
    </message>
    <message>
        <source>Run %1 did not come to its end: what is missing in it may only not have been read.</source>
        <translation>Запуск %1 не дошёл до конца: чего в нём нет, то могло быть просто не прочитано.</translation>
    </message>
    <message>
        <source>Run %1 did not come to its end: what is new after it may only not have been read then.</source>
        <translation>Запуск %1 не дошёл до конца: то, что после него новое, тогда могло быть просто не прочитано.</translation>
    </message>
    <message>
        <source>Run %1 is kept as counts only: its rows were removed.</source>
        <translation>У запуска %1 оставлено только число строк: сами строки удалены.</translation>
    </message>
    <message>
        <source>Only ads can be asked for one by one.</source>
        <translation>По одному можно спросить только объявления.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln still open</source>
        <translation>
            <numerusform>всё ещё открыто: %Ln</numerusform>
            <numerusform>всё ещё открыто: %Ln</numerusform>
            <numerusform>всё ещё открыто: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln archived or closed</source>
        <translation>
            <numerusform>в архиве или закрыто: %Ln</numerusform>
            <numerusform>в архиве или закрыто: %Ln</numerusform>
            <numerusform>в архиве или закрыто: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found any more</source>
        <translation>
            <numerusform>больше не найдено: %Ln</numerusform>
            <numerusform>больше не найдено: %Ln</numerusform>
            <numerusform>больше не найдено: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be asked</source>
        <translation>
            <numerusform>не удалось спросить: %Ln</numerusform>
            <numerusform>не удалось спросить: %Ln</numerusform>
            <numerusform>не удалось спросить: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not asked yet</source>
        <translation>
            <numerusform>ещё не спрошено: %Ln</numerusform>
            <numerusform>ещё не спрошено: %Ln</numerusform>
            <numerusform>ещё не спрошено: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Trends are told of searches for vacancies; run %1 is none.</source>
        <translation>Ход по времени есть только у поисков вакансий; запуск %1 — не такой поиск.</translation>
    </message>
    <message>
        <source>The addresses that run %1 began with were removed with its rows.</source>
        <translation>Адреса, с которых начинал запуск %1, удалены вместе с его строками.</translation>
    </message>
</context>
<context>
    <name>linnet::session::About</name>
    <message>
        <source>complete: everything asked for was tried</source>
        <translation>завершён полностью: выполнены все запросы</translation>
    </message>
    <message>
        <source>stopped early by the user</source>
        <translation>закончен досрочно по желанию пользователя</translation>
    </message>
    <message>
        <source>stopped early by the source</source>
        <translation>остановлен досрочно источником</translation>
    </message>
    <message>
        <source>not finished yet</source>
        <translation>ещё не завершён</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Begun (UTC)</source>
        <translation>Начало (UTC)</translation>
    </message>
    <message>
        <source>Ended (UTC)</source>
        <translation>Конец (UTC)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Found by the source</source>
        <translation>Найдено источником</translation>
    </message>
    <message>
        <source>Of these within the limits</source>
        <translation>Из них доступно</translation>
    </message>
    <message>
        <source>Left out by stricter checks</source>
        <translation>Отсеяно более строгой проверкой</translation>
    </message>
    <message>
        <source>Terms of %1</source>
        <translation>Условия: %1</translation>
    </message>
    <message>
        <source>To be named</source>
        <translation>Как указать источник</translation>
    </message>
    <message>
        <source>Who may use it</source>
        <translation>Условия доступа</translation>
    </message>
    <message>
        <source>stopped early by a limit that was set</source>
        <translation>остановлено заданным ограничением</translation>
    </message>
    <message>
        <source>stopped early by a failure on this computer</source>
        <translation>остановлено из-за сбоя на этом компьютере</translation>
    </message>
    <message>
        <source>Came more than once</source>
        <translation>Пришли не один раз</translation>
    </message>
    <message>
        <source>From files</source>
        <translation>Из файлов</translation>
    </message>
    <message>
        <source>Contacts of persons</source>
        <translation>Контакты людей</translation>
    </message>
    <message>
        <source>where an ad shows them; personal data: only for the purpose for which they were collected, not to be passed on</source>
        <translation>если они указаны в объявлении; персональные данные: только для той цели, для которой собраны, без передачи другим</translation>
    </message>
    <message>
        <source>List of searches</source>
        <translation>Список поисков</translation>
    </message>
    <message numerus="yes">
        <source>%n search(es)</source>
        <translation>
            <numerusform>%n поиск</numerusform>
            <numerusform>%n поиска</numerusform>
            <numerusform>%n поисков</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::session::AuditBook</name>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Находка</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Из</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>На что смотрели</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Почему это важно</translation>
    </message>
    <message>
        <source>How to fix it</source>
        <translation>Как исправить</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>in Linnet</source>
        <translation>в Linnet</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) stand in the overview only; Linnet shows their rows.</source>
        <translation>
            <numerusform>%n находка есть только в обзоре; её строки показывает Linnet.</numerusform>
            <numerusform>%n находки есть только в обзоре; их строки показывает Linnet.</numerusform>
            <numerusform>%n находок есть только в обзоре; их строки показывает Linnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>One sheet of Excel cannot hold all rows of: %1</source>
        <translation>На один лист Excel не поместились все строки: %1</translation>
    </message>
    <message>
        <source>Rules that found nothing: %1</source>
        <translation>Правила, которые ничего не нашли: %1</translation>
    </message>
    <message>
        <source>Rules that this crawl says nothing of: %1</source>
        <translation>Правила, о которых этот обход ничего не говорит: %1</translation>
    </message>
</context>
<context>
    <name>linnet::session::Failures</name>
    <message>
        <source>What was asked</source>
        <translation>Что запрашивалось</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Asked last (UTC)</source>
        <translation>Последний запрос (UTC)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Run begun (UTC)</source>
        <translation>Начало запуска (UTC)</translation>
    </message>
</context>
<context>
    <name>linnet::session::PayBasis</name>
    <message>
        <source>Pay, %1 a month before tax</source>
        <translation>Оплата, %1 в месяц до вычета налога</translation>
    </message>
    <message>
        <source>Pay, %1 a month in hand</source>
        <translation>Оплата, %1 в месяц на руки</translation>
    </message>
    <message>
        <source>Pay that compares: a month of full work, before tax, nominal.</source>
        <translation>Сравнимая оплата: месяц полной занятости, до вычета налога, номинально.</translation>
    </message>
    <message>
        <source>Pay that compares: a month of full work, in hand, nominal.</source>
        <translation>Сравнимая оплата: месяц полной занятости, на руки, номинально.</translation>
    </message>
</context>
<context>
    <name>linnet::session::SampleProject</name>
    <message>
        <source>Sample project</source>
        <extracomment>Name of a file</extracomment>
        <translation>Пример проекта</translation>
    </message>
</context>
<context>
    <name>linnet::session::SampleWords</name>
    <message>
        <source>Anna</source>
        <translation>Анна</translation>
    </message>
    <message>
        <source>Ivan</source>
        <translation>Иван</translation>
    </message>
    <message>
        <source>Olga</source>
        <translation>Ольга</translation>
    </message>
    <message>
        <source>Everything in this project is invented, the dates too.</source>
        <translation>Всё в этом проекте вымышлено, даты тоже.</translation>
    </message>
    <message>
        <source>Work with SQL, three sources</source>
        <translation>Работа с SQL, три источника</translation>
    </message>
    <message>
        <source>Asked three times, a week apart: look at “What changed” and “Over time”.</source>
        <translation>Запускался трижды, с промежутком в неделю: загляните в «Что изменилось» и «По времени».</translation>
    </message>
    <message>
        <source>Lighthouse Islands, a site with faults</source>
        <translation>Острова маяков, сайт с ошибками</translation>
    </message>
    <message>
        <source>Crawled twice; in between some faults were mended and others made.</source>
        <translation>Обойдён дважды; в промежутке одни ошибки исправили, другие появились.</translation>
    </message>
    <message>
        <source>Addresses from the printed guide</source>
        <translation>Адреса из печатного путеводителя</translation>
    </message>
    <message>
        <source>Proxies of the office</source>
        <translation>Прокси офиса</translation>
    </message>
    <message>
        <source>call back</source>
        <translation>позвонить</translation>
    </message>
    <message>
        <source>Ask for the pay and the first day.</source>
        <translation>Спросить об окладе и о первом дне.</translation>
    </message>
    <message>
        <source>remote</source>
        <translation>удалённо</translation>
    </message>
    <message>
        <source>too far</source>
        <translation>далеко</translation>
    </message>
    <message>
        <source>to mend</source>
        <translation>исправить</translation>
    </message>
    <message>
        <source>The link goes with the next edition.</source>
        <translation>Ссылка уйдёт со следующей редакцией.</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Путеводитель</translation>
    </message>
    <message>
        <source>Islands</source>
        <translation>Острова</translation>
    </message>
    <message>
        <source>Test pages</source>
        <translation>Учебные страницы</translation>
    </message>
    <message>
        <source>Our contacts</source>
        <translation>Наши контакты</translation>
    </message>
    <message>
        <source>contacts.csv</source>
        <translation>контакты.csv</translation>
    </message>
    <message>
        <source>Our contact</source>
        <translation>Наш контакт</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Разговоров</translation>
    </message>
</context>
<context>
    <name>linnet::session::Schedule</name>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>раз в %n час</numerusform>
            <numerusform>раз в %n часа</numerusform>
            <numerusform>раз в %n часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s) at %1</source>
        <translation>
            <numerusform>раз в %n день в %1</numerusform>
            <numerusform>раз в %n дня в %1</numerusform>
            <numerusform>раз в %n дней в %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::session::SearchFile</name>
    <message>
        <source>This file holds no saved search that this version knows.</source>
        <translation>В этом файле нет сохранённого поиска, известного этой версии.</translation>
    </message>
    <message>
        <source>It goes through proxies.</source>
        <translation>Он идёт через прокси.</translation>
    </message>
    <message>
        <source>It names itself otherwise than Linnet.</source>
        <translation>Он представляется не как Linnet.</translation>
    </message>
    <message>
        <source>It ignores robots.txt.</source>
        <translation>Он не соблюдает robots.txt.</translation>
    </message>
    <message>
        <source>It sends headers of yours.</source>
        <translation>Он отправляет ваши заголовки.</translation>
    </message>
    <message>
        <source>It wants logins of yours.</source>
        <translation>Ему нужны ваши логины.</translation>
    </message>
    <message>
        <source>It asks %1 instead of the source itself.</source>
        <translation>Он обращается к %1 вместо самого источника.</translation>
    </message>
    <message>
        <source>It asks faster than Linnet does by itself.</source>
        <translation>Он спрашивает чаще, чем Linnet обычно.</translation>
    </message>
    <message>
        <source>It asks faster the more proxies there are.</source>
        <translation>Он спрашивает тем чаще, чем больше прокси.</translation>
    </message>
    <message>
        <source>It asks a server for more at once than Linnet does by itself.</source>
        <translation>Он запрашивает у одного сервера больше страниц одновременно, чем Linnet обычно.</translation>
    </message>
    <message>
        <source>An import or a test of proxies cannot be given to others: it names files or proxies of this computer.</source>
        <translation>Импорт и проверку прокси нельзя передать другим: в них названы файлы или прокси этого компьютера.</translation>
    </message>
</context>
<context>
    <name>linnet::session::SummaryTables</name>
    <message>
        <source>The summary has nothing on “%1”: it would take too much memory.</source>
        <translation>В сводке нет ничего о «%1»: на это ушло бы слишком много памяти.</translation>
    </message>
    <message>
        <source>Ads</source>
        <translation>Объявления</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>Seconds until the answer was there</source>
        <translation>Секунды до полного ответа</translation>
    </message>
    <message>
        <source>Who hires?</source>
        <translation>Кто нанимает?</translation>
    </message>
    <message>
        <source>Where are the jobs?</source>
        <translation>Где есть работа?</translation>
    </message>
    <message>
        <source>Which skills are asked for?</source>
        <translation>Какие навыки нужны?</translation>
    </message>
    <message>
        <source>What became of the addresses?</source>
        <translation>Что стало с адресами?</translation>
    </message>
    <message>
        <source>What do the servers answer?</source>
        <translation>Что отвечают серверы?</translation>
    </message>
    <message>
        <source>How were the answers?</source>
        <translation>Какими были ответы?</translation>
    </message>
    <message>
        <source>Why do addresses fail?</source>
        <translation>Почему адреса не отвечают?</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>Pay known</source>
        <translation>Оплата известна</translation>
    </message>
    <message>
        <source>Median pay</source>
        <translation>Медиана оплаты</translation>
    </message>
    <message numerus="yes">
        <source>The %n most frequent of %1.</source>
        <translation>
            <numerusform>Самое частое из %1.</numerusform>
            <numerusform>%n самых частых из %1.</numerusform>
            <numerusform>%n самых частых из %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>A row counts once for each of its items.</source>
        <translation>Строка считается по разу в каждом из её значений.</translation>
    </message>
    <message>
        <source>%1. No median of fewer than %2 known values; grey: of fewer than %3.</source>
        <translation>%1. Медиана — не менее чем по %2 известным значениям; серым — менее чем по %3.</translation>
    </message>
    <message>
        <source>How many ads name their pay?</source>
        <translation>В скольких объявлениях указана оплата?</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Pay not known</source>
        <translation>Оплата неизвестна</translation>
    </message>
    <message>
        <source>What is paid?</source>
        <translation>Сколько платят?</translation>
    </message>
    <message>
        <source>How long do answers take?</source>
        <translation>Сколько ждать ответа?</translation>
    </message>
    <message>
        <source>Known for %1 of %2.</source>
        <translation>Известно для %1 из %2.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Часть</translation>
    </message>
    <message>
        <source>a tenth is below</source>
        <translation>десятая часть ниже</translation>
    </message>
    <message>
        <source>a quarter is below</source>
        <translation>четверть ниже</translation>
    </message>
    <message>
        <source>median: half is below</source>
        <translation>медиана: половина ниже</translation>
    </message>
    <message>
        <source>a quarter is above</source>
        <translation>четверть выше</translation>
    </message>
    <message>
        <source>a tenth is above</source>
        <translation>десятая часть выше</translation>
    </message>
    <message>
        <source>Too few for a median.</source>
        <translation>Слишком мало для медианы.</translation>
    </message>
    <message>
        <source>How is pay spread?</source>
        <translation>Как распределена оплата?</translation>
    </message>
    <message>
        <source>How are the times spread?</source>
        <translation>Как распределено время ответа?</translation>
    </message>
    <message>
        <source>How many clicks away are the pages?</source>
        <translation>В скольких кликах страницы?</translation>
    </message>
    <message>
        <source>Clicks from the start</source>
        <translation>Кликов от начала</translation>
    </message>
    <message numerus="yes">
        <source>The first %n.</source>
        <translation>
            <numerusform>Первое значение.</numerusform>
            <numerusform>Первые %n.</numerusform>
            <numerusform>Первые %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Which servers are they on?</source>
        <translation>На каких они серверах?</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Не удалось</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>ниже %1</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 и выше</translation>
    </message>
</context>
<context>
    <name>linnet::store::DamageWords</name>
    <message>
        <source>runs</source>
        <translation>запуски</translation>
    </message>
    <message>
        <source>addresses to ask and what became of them</source>
        <translation>адреса для запросов и их судьба</translation>
    </message>
    <message>
        <source>long texts</source>
        <translation>длинные тексты</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>запросы</translation>
    </message>
    <message>
        <source>addresses of crawls</source>
        <translation>адреса обходов</translation>
    </message>
    <message>
        <source>places and bodies of pages</source>
        <translation>якоря и тексты страниц</translation>
    </message>
    <message>
        <source>saved searches and other settings</source>
        <translation>сохранённые поиски и другие настройки</translation>
    </message>
    <message>
        <source>stars, tags and notes</source>
        <translation>звёздочки, метки и заметки</translation>
    </message>
    <message>
        <source>vacancies</source>
        <translation>вакансии</translation>
    </message>
    <message>
        <source>vacancies that were left out</source>
        <translation>пропущенные вакансии</translation>
    </message>
    <message>
        <source>lists of searches</source>
        <translation>списки поисков</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>страницы</translation>
    </message>
    <message>
        <source>links</source>
        <translation>ссылки</translation>
    </message>
    <message>
        <source>checked addresses</source>
        <translation>проверенные адреса</translation>
    </message>
    <message>
        <source>proxies</source>
        <translation>прокси</translation>
    </message>
    <message>
        <source>the program&apos;s own notes (%1)</source>
        <translation>служебные записи программы (%1)</translation>
    </message>
    <message>
        <source>The project is in order.</source>
        <translation>Проект в порядке.</translation>
    </message>
    <message>
        <source>The file&apos;s list of its own contents is damaged: the project cannot be opened.</source>
        <translation>Повреждено оглавление файла: проект нельзя открыть.</translation>
    </message>
    <message>
        <source>Damaged: %1. Some of these rows may be lost to view.</source>
        <translation>Повреждены: %1. Часть этих строк может не читаться.</translation>
    </message>
    <message>
        <source>An index is damaged: %1. All of these rows can be read, but some may not be found.</source>
        <translation>Повреждён указатель: %1. Все эти строки читаются, но некоторые могут не находиться.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) make no sense: %1.</source>
        <translation>
            <numerusform>%n строка не имеет смысла: %1.</numerusform>
            <numerusform>%n строки не имеют смысла: %1.</numerusform>
            <numerusform>%n строк не имеют смысла: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file&apos;s list of what is free in it is damaged; no row is concerned.</source>
        <translation>Повреждён список свободных мест файла; строк это не касается.</translation>
    </message>
    <message>
        <source>A rescue makes a new project in which this is mended; no row is lost.</source>
        <translation>Спасение создаст новый проект, где это исправлено; ни одна строка не пропадёт.</translation>
    </message>
    <message>
        <source>A rescue brings what can be read into a new project. Until then do not write to this one; a copy from before the damage is better still.</source>
        <translation>Спасение перенесёт в новый проект всё, что читается. До этого ничего не записывайте в повреждённый; ещё лучше — копия, сделанная до повреждения.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s) kept</source>
        <translation>
            <numerusform>%1: сохранена %n строка</numerusform>
            <numerusform>%1: сохранены %n строки</numerusform>
            <numerusform>%1: сохранено %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n could not be read</source>
        <translation>
            <numerusform>, %n не прочитана</numerusform>
            <numerusform>, %n не прочитаны</numerusform>
            <numerusform>, %n не прочитано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n long text(s) could not be read; their rows are kept without them.</source>
        <translation>
            <numerusform>%n длинный текст не удалось прочитать; его строки сохранены без него.</numerusform>
            <numerusform>%n длинных текста не удалось прочитать; их строки сохранены без них.</numerusform>
            <numerusform>%n длинных текстов не удалось прочитать; их строки сохранены без них.</numerusform>
        </translation>
    </message>
    <message>
        <source>What these runs had asked for could not be read, only their rows: %1. They cannot be gone on with.</source>
        <translation>У этих запусков прочитаны только строки, но не то, что они искали: %1. Продолжить их нельзя.</translation>
    </message>
    <message numerus="yes">
        <source>In %n place(s) the file holds nothing that could be read; how many rows stood there is not known.</source>
        <translation>
            <numerusform>В %n месте файла ничего не удалось прочитать; сколько там было строк, неизвестно.</numerusform>
            <numerusform>В %n местах файла ничего не удалось прочитать; сколько там было строк, неизвестно.</numerusform>
            <numerusform>В %n местах файла ничего не удалось прочитать; сколько там было строк, неизвестно.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last changes, in the log beside the file, could not be read.</source>
        <translation>Последние изменения, в журнале рядом с файлом, прочитать не удалось.</translation>
    </message>
    <message>
        <source>Nothing that was found is lost.</source>
        <translation>Всё найденное сохранено.</translation>
    </message>
    <message>
        <source>names of joined tables</source>
        <translation>названия присоединённых таблиц</translation>
    </message>
    <message>
        <source>columns of joined tables</source>
        <translation>столбцы присоединённых таблиц</translation>
    </message>
    <message>
        <source>values of joined tables</source>
        <translation>значения присоединённых таблиц</translation>
    </message>
</context>
<context>
    <name>linnet::table</name>
    <message>
        <source>not read yet</source>
        <translation>ещё не прочитано</translation>
    </message>
    <message>
        <source>read</source>
        <translation>прочитано</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>не прочитано</translation>
    </message>
    <message>
        <source>ad is gone</source>
        <translation>объявление удалено</translation>
    </message>
    <message>
        <source>Vacancy</source>
        <translation>Вакансия</translation>
    </message>
    <message>
        <source>Link to apply</source>
        <translation>Ссылка для отклика</translation>
    </message>
    <message>
        <source>Where to answer the ad; the ad&apos;s own page when there is no other</source>
        <translation>Где откликнуться на объявление; если отдельной страницы нет, то страница самого объявления</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубликовано</translation>
    </message>
    <message>
        <source>Date of publication as the source gives it</source>
        <translation>Дата публикации, как её указывает источник</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>The employer asks for a test</source>
        <translation>Работодатель просит пройти тест</translation>
    </message>
    <message>
        <source>Salary from</source>
        <translation>Зарплата от</translation>
    </message>
    <message>
        <source>As published, in the ad&apos;s own currency</source>
        <translation>Как опубликовано, в валюте объявления</translation>
    </message>
    <message>
        <source>Salary to</source>
        <translation>Зарплата до</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>Опыт</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>График</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Навыки</translation>
    </message>
    <message>
        <source>Key skills in the order of the ad</source>
        <translation>Ключевые навыки в порядке объявления</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Работодатель</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Регион</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Page of the ad</source>
        <translation>Страница объявления</translation>
    </message>
    <message>
        <source>Before tax</source>
        <translation>До вычета</translation>
    </message>
    <message>
        <source>Yes: the salary is before tax; no: in hand; empty: not said</source>
        <translation>Да: зарплата до вычета налогов; нет: на руки; пусто: не указано</translation>
    </message>
    <message>
        <source>Salary for</source>
        <translation>Зарплата за</translation>
    </message>
    <message>
        <source>The period the salary is for: month, shift, hour</source>
        <translation>За что указана зарплата: месяц, смену, час</translation>
    </message>
    <message>
        <source>Employment</source>
        <translation>Занятость</translation>
    </message>
    <message>
        <source>Work format</source>
        <translation>Формат работы</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Роли</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Широта</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Долгота</translation>
    </message>
    <message>
        <source>Employer&apos;s number</source>
        <translation>№ работодателя</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Whether description and skills were read</source>
        <translation>Прочитаны ли описание и навыки</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>The source&apos;s number of the ad</source>
        <translation>Номер объявления в источнике</translation>
    </message>
    <message>
        <source>Read at</source>
        <translation>Прочитано</translation>
    </message>
    <message>
        <source>When Linnet read the row, UTC</source>
        <translation>Когда Linnet прочитал строку, время UTC</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>leads elsewhere</source>
        <translation>ведёт дальше</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>не запрошен</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>сломан</translation>
    </message>
    <message>
        <source>refused by the server</source>
        <translation>отказ сервера</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation>слишком много запросов</translation>
    </message>
    <message>
        <source>other site</source>
        <translation>другой сайт</translation>
    </message>
    <message>
        <source>robots.txt forbids it</source>
        <translation>запрет в robots.txt</translation>
    </message>
    <message>
        <source>deeper than asked</source>
        <translation>глубже заданного</translation>
    </message>
    <message>
        <source>limit of pages</source>
        <translation>ограничение числа</translation>
    </message>
    <message>
        <source>limit of time</source>
        <translation>ограничение времени</translation>
    </message>
    <message>
        <source>limit of size</source>
        <translation>ограничение размера</translation>
    </message>
    <message>
        <source>left out by a pattern</source>
        <translation>исключён шаблоном</translation>
    </message>
    <message>
        <source>looks endless</source>
        <translation>похоже на бесконечность</translation>
    </message>
    <message>
        <source>not a web address</source>
        <translation>не веб-адрес</translation>
    </message>
    <message>
        <source>nofollow</source>
        <translation>nofollow</translation>
    </message>
    <message>
        <source>not an address</source>
        <translation>не адрес</translation>
    </message>
    <message>
        <source>alive</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>не работает</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>не поддерживается</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>прозрачный</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>анонимный</translation>
    </message>
    <message>
        <source>elite</source>
        <translation>элитный</translation>
    </message>
    <message>
        <source>cannot be used by Linnet, or not for everything</source>
        <translation>Linnet не может им пользоваться совсем или отчасти</translation>
    </message>
    <message>
        <source>no way to its network</source>
        <translation>нет пути к его сети</translation>
    </message>
    <message>
        <source>does not answer in time</source>
        <translation>не отвечает вовремя</translation>
    </message>
    <message>
        <source>wants a login</source>
        <translation>требует логин</translation>
    </message>
    <message>
        <source>refuses the login</source>
        <translation>не принимает логин</translation>
    </message>
    <message>
        <source>forbidden by a rule of the proxy</source>
        <translation>запрещено правилом прокси</translation>
    </message>
    <message>
        <source>does not reach the target</source>
        <translation>не достигает цели</translation>
    </message>
    <message>
        <source>is no proxy of this kind</source>
        <translation>это не прокси такого вида</translation>
    </message>
    <message>
        <source>the answer does not come from the judge</source>
        <translation>ответ не от судьи</translation>
    </message>
    <message>
        <source>changes what passes through it</source>
        <translation>меняет то, что через него проходит</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>The page that holds the link</source>
        <translation>Страница, где стоит ссылка</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Ведёт на</translation>
    </message>
    <message>
        <source>The address the link names</source>
        <translation>Адрес, названный в ссылке</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Элемент</translation>
    </message>
    <message>
        <source>The kind of tag</source>
        <translation>Вид тега</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Text of the link, or the alternative text of the picture</source>
        <translation>Текст ссылки или замещающий текст картинки</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Отношение</translation>
    </message>
    <message>
        <source>The rel attribute</source>
        <translation>Атрибут rel</translation>
    </message>
    <message>
        <source>Fragment</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>The place within the page, after #</source>
        <translation>Место внутри страницы, после #</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>The HTTP status of the address the link names</source>
        <translation>Статус HTTP адреса из ссылки</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Line of the source text, from 1</source>
        <translation>Строка исходного текста, с 1</translation>
    </message>
    <message>
        <source>Nofollow</source>
        <translation>Nofollow</translation>
    </message>
    <message>
        <source>The link or its page says nofollow</source>
        <translation>Ссылка или её страница с пометкой nofollow</translation>
    </message>
    <message>
        <source>Own site</source>
        <translation>Свой сайт</translation>
    </message>
    <message>
        <source>Leads to an address within the scope of the crawl</source>
        <translation>Ведёт на адрес в пределах обхода</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Whether the address was asked, and how that ended</source>
        <translation>Запрошен ли адрес и чем это кончилось</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вывод</translation>
    </message>
    <message>
        <source>Broken, refused by the defences of the server, or too many requests</source>
        <translation>Сломан, отвергнут защитой сервера или слишком много запросов</translation>
    </message>
    <message>
        <source>Why not asked</source>
        <translation>Почему не запрошен</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Проблема</translation>
    </message>
    <message>
        <source>Why there is no page</source>
        <translation>Почему нет страницы</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Кончается на</translation>
    </message>
    <message>
        <source>Where the redirects of the address end</source>
        <translation>Где кончаются перенаправления адреса</translation>
    </message>
    <message>
        <source>Place exists</source>
        <translation>Место есть</translation>
    </message>
    <message>
        <source>The page named has a place of that name</source>
        <translation>На странице есть место с таким именем</translation>
    </message>
    <message>
        <source>Where the redirects end; the address itself when there are none</source>
        <translation>Где кончаются перенаправления; сам адрес, если их нет</translation>
    </message>
    <message>
        <source>The HTTP status; empty when there was no answer</source>
        <translation>Статус HTTP; пусто, если ответа не было</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Media type without parameters</source>
        <translation>Тип содержимого без параметров</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Bytes of the body after decompression</source>
        <translation>Байты содержимого после распаковки</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Секунды</translation>
    </message>
    <message>
        <source>From sending the request to the last byte</source>
        <translation>От отправки запроса до последнего байта</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Глубина</translation>
    </message>
    <message>
        <source>Clicks from the start addresses</source>
        <translation>Переходов от начальных адресов</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>First heading</source>
        <translation>Первый заголовок h1</translation>
    </message>
    <message>
        <source>Text of the first h1</source>
        <translation>Текст первого h1</translation>
    </message>
    <message>
        <source>Second heading</source>
        <translation>Первый заголовок h2</translation>
    </message>
    <message>
        <source>Text of the first h2</source>
        <translation>Текст первого h2</translation>
    </message>
    <message>
        <source>Canonical</source>
        <translation>Основной адрес</translation>
    </message>
    <message>
        <source>The address the page says it has</source>
        <translation>Адрес, который страница называет своим</translation>
    </message>
    <message>
        <source>Robots</source>
        <translation>Для роботов</translation>
    </message>
    <message>
        <source>What meta robots and X-Robots-Tag say</source>
        <translation>Что сказано в meta robots и X-Robots-Tag</translation>
    </message>
    <message>
        <source>Indexable</source>
        <translation>В индекс</translation>
    </message>
    <message>
        <source>Search engines may list it: a page that was read, not marked noindex, not canonical elsewhere</source>
        <translation>Поисковикам можно показывать: страница прочитана, без noindex, основной адрес не другой</translation>
    </message>
    <message>
        <source>Links in</source>
        <translation>Сюда</translation>
    </message>
    <message>
        <source>How many links of this crawl lead here</source>
        <translation>Сколько ссылок этого обхода ведут сюда</translation>
    </message>
    <message>
        <source>Links out</source>
        <translation>Отсюда</translation>
    </message>
    <message>
        <source>How many links the page has</source>
        <translation>Сколько ссылок на странице</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Слова</translation>
    </message>
    <message>
        <source>Words of readable text</source>
        <translation>Слов в читаемом тексте</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>The encoding the page was read in</source>
        <translation>В какой кодировке прочитана страница</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>As the page says</source>
        <translation>Как указано на странице</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Отпечаток</translation>
    </message>
    <message>
        <source>Equal for equal bodies</source>
        <translation>Одинаков у одинакового содержимого</translation>
    </message>
    <message>
        <source>What exactly held it back or went wrong</source>
        <translation>Что именно помешало</translation>
    </message>
    <message>
        <source>Line of robots.txt</source>
        <translation>Строка robots.txt</translation>
    </message>
    <message>
        <source>The line that forbids it, with its number</source>
        <translation>Запрещающая строка с номером</translation>
    </message>
    <message>
        <source>Next hop</source>
        <translation>Следующий шаг</translation>
    </message>
    <message>
        <source>Where the answer sends to</source>
        <translation>Куда отправляет ответ</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>Найден на</translation>
    </message>
    <message>
        <source>The page that named it first</source>
        <translation>Страница, где он назван впервые</translation>
    </message>
    <message>
        <source>Within the scope of the crawl</source>
        <translation>В пределах обхода</translation>
    </message>
    <message>
        <source>In sitemap</source>
        <translation>В карте сайта</translation>
    </message>
    <message>
        <source>Orphan</source>
        <translation>Сирота</translation>
    </message>
    <message>
        <source>In the sitemap, but no page links to it</source>
        <translation>Есть в карте сайта, но на него не ведёт ни одна страница</translation>
    </message>
    <message>
        <source>Built by script</source>
        <translation>Собрано скриптом</translation>
    </message>
    <message>
        <source>Hardly any text, but scripts: the page shows more in a browser than Linnet sees</source>
        <translation>Почти нет текста, но есть скрипты: в браузере страница показывает больше, чем видит Linnet</translation>
    </message>
    <message>
        <source>Certificate problem</source>
        <translation>Проблема сертификата</translation>
    </message>
    <message>
        <source>Same title</source>
        <translation>Одинаковый заголовок</translation>
    </message>
    <message>
        <source>Same description</source>
        <translation>Одинаковое описание</translation>
    </message>
    <message>
        <source>Same content</source>
        <translation>Одинаковое содержание</translation>
    </message>
    <message>
        <source>How many other addresses have exactly the same body</source>
        <translation>У скольких других адресов точно такое же содержимое</translation>
    </message>
    <message>
        <source>When Linnet read it, UTC</source>
        <translation>Когда Linnet прочитал, UTC</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>Kind, host and port; logins are never shown</source>
        <translation>Вид, хост и порт; логины не показываются</translation>
    </message>
    <message>
        <source>Exit address</source>
        <translation>Внешний адрес</translation>
    </message>
    <message>
        <source>The address that servers see</source>
        <translation>Адрес, который видят серверы</translation>
    </message>
    <message>
        <source>Anonymity</source>
        <translation>Анонимность</translation>
    </message>
    <message>
        <source>Transparent: tells your address; anonymous: tells that it is a proxy; elite: tells nothing</source>
        <translation>Прозрачный: выдаёт ваш адрес; анонимный: выдаёт, что это прокси; элитный: не выдаёт ничего</translation>
    </message>
    <message>
        <source>Median of whole requests, connection included</source>
        <translation>Медиана целых запросов вместе с соединением</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Why it is dead, or what to beware of</source>
        <translation>Почему не работает или чего остерегаться</translation>
    </message>
    <message>
        <source>Seconds, 95 %</source>
        <translation>Секунд, 95 %</translation>
    </message>
    <message>
        <source>95 of 100 requests are at least so quick</source>
        <translation>95 запросов из 100 не дольше</translation>
    </message>
    <message>
        <source>http</source>
        <translation>http</translation>
    </message>
    <message>
        <source>Passes plain requests on</source>
        <translation>Передаёт обычные запросы</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>Туннель</translation>
    </message>
    <message>
        <source>Opens tunnels (CONNECT), as https needs them</source>
        <translation>Открывает туннели (CONNECT), нужные для https</translation>
    </message>
    <message>
        <source>https intact</source>
        <translation>https цел</translation>
    </message>
    <message>
        <source>Certificates come through unchanged; empty: not tested</source>
        <translation>Сертификаты проходят без изменений; пусто: не проверялось</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>With login</source>
        <translation>С логином</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>The list and the line it stands on</source>
        <translation>Список и строка в нём</translation>
    </message>
    <message>
        <source>Technical detail</source>
        <translation>Технические подробности</translation>
    </message>
    <message>
        <source>Tested at</source>
        <translation>Проверен</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>not linked, only named</source>
        <translation>без ссылки, только названо</translation>
    </message>
    <message>
        <source>What the server said: 200 is a good answer, from 400 on it is an error</source>
        <translation>Что сказал сервер: 200 — хороший ответ, от 400 — ошибка</translation>
    </message>
    <message>
        <source>From the request to the last byte, redirects included; without the time that Linnet itself waited</source>
        <translation>От запроса до последнего байта, с перенаправлениями; без времени, которое ждал сам Linnet</translation>
    </message>
    <message>
        <source>Bytes of the answer&apos;s body after unpacking; with HEAD what the server announces</source>
        <translation>Байты тела ответа после распаковки; при HEAD — что объявил сервер</translation>
    </message>
    <message>
        <source>How the page&apos;s text begins</source>
        <translation>Как начинается текст страницы</translation>
    </message>
    <message>
        <source>Why there is no good answer</source>
        <translation>Почему нет хорошего ответа</translation>
    </message>
    <message>
        <source>To the first byte</source>
        <translation>До первого байта</translation>
    </message>
    <message>
        <source>Seconds from sending the last request to the beginning of its answer</source>
        <translation>Секунды от отправки последнего запроса до начала ответа</translation>
    </message>
    <message>
        <source>What the server says the answer is</source>
        <translation>Чем сервер называет ответ</translation>
    </message>
    <message>
        <source>Arrived at</source>
        <translation>Куда привёл</translation>
    </message>
    <message>
        <source>The address that answered, after redirects</source>
        <translation>Адрес, который ответил, после перенаправлений</translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>Перенаправления</translation>
    </message>
    <message>
        <source>Certificate until</source>
        <translation>Сертификат до</translation>
    </message>
    <message>
        <source>When the certificate of the https server runs out, UTC</source>
        <translation>Когда истекает сертификат сервера https, UTC</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Повторы</translation>
    </message>
    <message>
        <source>Requests that had to be sent again</source>
        <translation>Запросы, которые пришлось отправить снова</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>Where the address stands in the list</source>
        <translation>Где адрес стоит в списке</translation>
    </message>
    <message>
        <source>The encoding in which the text was read</source>
        <translation>Кодировка, в которой прочитан текст</translation>
    </message>
    <message>
        <source>The way</source>
        <translation>Путь</translation>
    </message>
    <message>
        <source>Status and address of each redirect</source>
        <translation>Статус и адрес каждого перенаправления</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Часть</translation>
    </message>
    <message>
        <source>The part of a comparison</source>
        <translation>Часть сравнения</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Круг</translation>
    </message>
    <message>
        <source>Which repetition it was</source>
        <translation>Который это повтор</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Что изменилось</translation>
    </message>
    <message>
        <source>What is not as it was the time before</source>
        <translation>Что не так, как было в прошлый раз</translation>
    </message>
    <message>
        <source>good answer</source>
        <translation>хороший ответ</translation>
    </message>
    <message>
        <source>error page</source>
        <translation>страница ошибки</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>оборван</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>по одному</translation>
    </message>
    <message>
        <source>all at once</source>
        <translation>все сразу</translation>
    </message>
    <message>
        <source>error status</source>
        <translation>статус ошибки</translation>
    </message>
    <message>
        <source>host not found</source>
        <translation>сервер не найден</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>в соединении отказано</translation>
    </message>
    <message>
        <source>connection broken</source>
        <translation>соединение разорвано</translation>
    </message>
    <message>
        <source>answer cut off</source>
        <translation>ответ оборван</translation>
    </message>
    <message>
        <source>certificate problem</source>
        <translation>проблема сертификата</translation>
    </message>
    <message>
        <source>stopped sending</source>
        <translation>замолчал</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>слишком медленно</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>слишком велик</translation>
    </message>
    <message>
        <source>too many headers</source>
        <translation>слишком много заголовков</translation>
    </message>
    <message>
        <source>no proper HTTP</source>
        <translation>неправильный HTTP</translation>
    </message>
    <message>
        <source>only an interim answer</source>
        <translation>только промежуточный ответ</translation>
    </message>
    <message>
        <source>packed to harm</source>
        <translation>упакован со злым умыслом</translation>
    </message>
    <message>
        <source>cannot be unpacked</source>
        <translation>нельзя распаковать</translation>
    </message>
    <message>
        <source>not what was asked for</source>
        <translation>не то, что просили</translation>
    </message>
    <message>
        <source>redirects in a circle</source>
        <translation>перенаправления по кругу</translation>
    </message>
    <message>
        <source>too many redirects</source>
        <translation>слишком много перенаправлений</translation>
    </message>
    <message>
        <source>redirect to unsafe http</source>
        <translation>перенаправление на небезопасный http</translation>
    </message>
    <message>
        <source>redirect off the web</source>
        <translation>перенаправление вне сети</translation>
    </message>
    <message>
        <source>proxy wants a login</source>
        <translation>прокси просит вход</translation>
    </message>
    <message>
        <source>proxy failed</source>
        <translation>прокси не справился</translation>
    </message>
    <message>
        <source>no usable proxy</source>
        <translation>нет рабочего прокси</translation>
    </message>
    <message>
        <source>network trouble</source>
        <translation>неполадки сети</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>program ended</source>
        <translation>программа завершилась</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начат</translation>
    </message>
    <message>
        <source>When the request was let go, UTC</source>
        <translation>Когда запрос отправлен, UTC</translation>
    </message>
    <message>
        <source>From the start of the request to its end</source>
        <translation>От начала запроса до конца</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Ждал</translation>
    </message>
    <message>
        <source>Seconds in Linnet&apos;s own queue before it: pace, limits, pauses</source>
        <translation>Секунды в собственной очереди Linnet до него: темп, пределы, паузы</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Соединение</translation>
    </message>
    <message>
        <source>Seconds; empty when a connection was there already</source>
        <translation>Секунды; пусто, когда соединение уже было</translation>
    </message>
    <message>
        <source>Seconds from sending the request to the beginning of the answer</source>
        <translation>Секунды от отправки запроса до начала ответа</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Получение</translation>
    </message>
    <message>
        <source>Seconds from the beginning of the answer to its end</source>
        <translation>Секунды от начала ответа до конца</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Попытка</translation>
    </message>
    <message>
        <source>From the second on it is a retry</source>
        <translation>Со второй это повтор</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Байты</translation>
    </message>
    <message>
        <source>Of the body, as they came over the line</source>
        <translation>Тела, как пришли по сети</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>What the system says about a failure</source>
        <translation>Что система говорит о сбое</translation>
    </message>
    <message>
        <source>Started, ms</source>
        <translation>Начат, мс</translation>
    </message>
    <message>
        <source>Milliseconds since 1970, UTC</source>
        <translation>Миллисекунды с 1970 года, UTC</translation>
    </message>
    <message>
        <source>Broken, refused by the defences of the server, or too many requests; of a redirect, how it ends</source>
        <translation>Не работает, отклонён защитой сервера или слишком много запросов; у перенаправления — чем оно кончается</translation>
    </message>
    <message>
        <source>Why there is no page, at the end of the redirects if there are any</source>
        <translation>Почему страницы нет; при перенаправлениях — в их конце</translation>
    </message>
    <message>
        <source>Held by the pace</source>
        <translation>Держал темп</translation>
    </message>
    <message>
        <source>The part of the waiting, in seconds, in which it was the first of its host and the pace, a pause that the server asked for, or failures of the host or of its proxy held it back</source>
        <translation>Часть ожидания в секундах, когда запрос был первым у своего сервера и его держали темп, пауза по просьбе сервера или сбои сервера или прокси</translation>
    </message>
    <message>
        <source>Retry pause</source>
        <translation>Пауза до повтора</translation>
    </message>
    <message>
        <source>Seconds between the attempt before and this one, before it waited again</source>
        <translation>Секунды между прошлой попыткой и этой, до нового ожидания</translation>
    </message>
    <message>
        <source>not a sitemap</source>
        <translation>не карта сайта</translation>
    </message>
    <message>
        <source>Left out by</source>
        <translation>Не подошло</translation>
    </message>
    <message>
        <source>What of the search the ad does not fit</source>
        <translation>Чему из запроса объявление не отвечает</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Date of the last change, by which Work in Russia is searched</source>
        <translation>Дата последнего изменения: по ней ищет «Работа России»</translation>
    </message>
    <message>
        <source>other words</source>
        <translation>другие слова</translation>
    </message>
    <message>
        <source>a word that was excluded</source>
        <translation>исключённое слово</translation>
    </message>
    <message>
        <source>pays less</source>
        <translation>зарплата меньше</translation>
    </message>
    <message>
        <source>names no salary</source>
        <translation>зарплата не указана</translation>
    </message>
    <message>
        <source>another date</source>
        <translation>другая дата</translation>
    </message>
    <message>
        <source>another region</source>
        <translation>другой регион</translation>
    </message>
    <message>
        <source>other experience</source>
        <translation>другой опыт</translation>
    </message>
    <message>
        <source>other employment</source>
        <translation>другая занятость</translation>
    </message>
    <message>
        <source>another work format</source>
        <translation>другой формат работы</translation>
    </message>
    <message>
        <source>its login is not stored</source>
        <translation>логин не хранится</translation>
    </message>
    <message>
        <source>not read to its end</source>
        <translation>прочитан не до конца</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>полностью</translation>
    </message>
    <message>
        <source>fewer came than were told</source>
        <translation>пришло меньше, чем названо</translation>
    </message>
    <message>
        <source>more than was asked for</source>
        <translation>больше, чем вы просили</translation>
    </message>
    <message>
        <source>more than the source gives</source>
        <translation>больше, чем отдаёт источник</translation>
    </message>
    <message>
        <source>read in parts</source>
        <translation>читается по частям</translation>
    </message>
    <message>
        <source>no part: the source ignores the filter</source>
        <translation>не часть: источник не учитывает фильтр</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message>
        <source>Ads that the source says it has</source>
        <translation>Сколько объявлений назвал источник</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>Доступно</translation>
    </message>
    <message>
        <source>Ads that can be read, its parts and your own limit included</source>
        <translation>Сколько объявлений можно прочитать с учётом частей и вашего ограничения</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Запросы</translation>
    </message>
    <message>
        <source>About so many, as it was told when the search began</source>
        <translation>Примерно столько, по оценке в начале поиска</translation>
    </message>
    <message>
        <source>About so many at the pace of the search</source>
        <translation>Примерно столько при темпе поиска</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Прочитано</translation>
    </message>
    <message>
        <source>Ads on the pages that were read, with repeats and what was left out</source>
        <translation>Объявления на прочитанных страницах, вместе с повторами и тем, что отсеяно</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С</translation>
    </message>
    <message>
        <source>Beginning of the time to which the part is limited</source>
        <translation>Начало промежутка, которым ограничена часть</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>По</translation>
    </message>
    <message>
        <source>End of the time to which the part is limited</source>
        <translation>Конец промежутка, которым ограничена часть</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Регионы</translation>
    </message>
    <message>
        <source>The source&apos;s numbers</source>
        <translation>Номера, принятые у источника</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Вакансия №</translation>
    </message>
    <message>
        <source>Ads of one job have the same number; empty: no other ad of the job is known</source>
        <translation>У объявлений одной вакансии номер общий; пусто — других её объявлений не видно</translation>
    </message>
    <message>
        <source>Ads of the job</source>
        <translation>Объявлений</translation>
    </message>
    <message>
        <source>How many ads of the job the project has, over sources and searches</source>
        <translation>Сколько объявлений об этой вакансии в проекте, по всем источникам и поискам</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Повтор</translation>
    </message>
    <message>
        <source>Yes: another ad of the same job stands in this search, which is newer or says more</source>
        <translation>Да: в этом поиске есть другое объявление о той же вакансии, новее или полнее</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Кампания</translation>
    </message>
    <message>
        <source>Jobs of one employer with one text in several regions have the same number</source>
        <translation>У вакансий одного работодателя с одним текстом в разных регионах номер общий</translation>
    </message>
    <message>
        <source>First published</source>
        <translation>Впервые опубликовано</translation>
    </message>
    <message>
        <source>When the ad was made, however often it was published again</source>
        <translation>Когда объявление создано, сколько бы раз его ни публиковали снова</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Мест</translation>
    </message>
    <message>
        <source>How many people the ad looks for</source>
        <translation>Сколько человек ищут по объявлению</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Образование</translation>
    </message>
    <message>
        <source>Specialisation</source>
        <translation>Сфера</translation>
    </message>
    <message>
        <source>The source&apos;s field of work</source>
        <translation>Сфера деятельности, как её называет источник</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Выплаты</translation>
    </message>
    <message>
        <source>How often the salary is paid</source>
        <translation>Как часто выплачивают зарплату</translation>
    </message>
    <message>
        <source>Metro</source>
        <translation>Метро</translation>
    </message>
    <message>
        <source>Stations near the place of work</source>
        <translation>Станции рядом с местом работы</translation>
    </message>
    <message>
        <source>Taxpayer&apos;s number</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>INN of the employer</source>
        <translation>ИНН работодателя</translation>
    </message>
    <message>
        <source>Register number</source>
        <translation>ОГРН</translation>
    </message>
    <message>
        <source>OGRN of the employer</source>
        <translation>ОГРН работодателя</translation>
    </message>
    <message>
        <source>Accredited IT firm</source>
        <translation>Аккредитация ИТ</translation>
    </message>
    <message>
        <source>The employer is an accredited IT company</source>
        <translation>Работодатель — аккредитованная ИТ-компания</translation>
    </message>
    <message>
        <source>only counted</source>
        <translation>только посчитано</translation>
    </message>
    <message>
        <source>new</source>
        <translation>новое</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменилось</translation>
    </message>
    <message>
        <source>newly broken</source>
        <translation>стало недоступно</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>исправлено</translation>
    </message>
    <message>
        <source>posted again</source>
        <translation>размещено заново</translation>
    </message>
    <message>
        <source>posted twice</source>
        <translation>размещено дважды</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>снова открыто</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>исчезло</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>не встретилось</translation>
    </message>
    <message>
        <source>outside what was asked</source>
        <translation>вне запрошенного</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
    <message>
        <source>From the earlier run to the later one. Gone: the later run was complete and would have had it; not seen: that cannot be said</source>
        <translation>От прежнего запуска к новому. Исчезло: новый запуск был полным и нашёл бы это; не встретилось: этого сказать нельзя</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Что отличается</translation>
    </message>
    <message>
        <source>The columns that are not as they were</source>
        <translation>Столбцы, которые стали другими</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>The values that these columns had in the earlier run</source>
        <translation>Значения этих столбцов в прежнем запуске</translation>
    </message>
    <message>
        <source>another employer</source>
        <translation>другой работодатель</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контактное лицо</translation>
    </message>
    <message>
        <source>The person whom the ad names; only of searches that asked for contacts</source>
        <translation>Кто указан в объявлении; только у поисков, где запрошены контакты</translation>
    </message>
    <message>
        <source>Contact&apos;s e-mail</source>
        <translation>Почта для связи</translation>
    </message>
    <message>
        <source>Only of searches that asked for contacts</source>
        <translation>Только у поисков, где запрошены контакты</translation>
    </message>
    <message>
        <source>Contact&apos;s phone</source>
        <translation>Телефон для связи</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Звёздочка</translation>
    </message>
    <message>
        <source>Your star, kept by ad or address over all searches of the project</source>
        <translation>Ваша звёздочка: хранится по объявлению или адресу во всех поисках проекта</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Your words for it</source>
        <translation>Ваши слова о нём</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>What you wrote about it</source>
        <translation>Что вы о нём записали</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Закончен</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строк</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>run</source>
        <translation>запуск</translation>
    </message>
    <message>
        <source>week</source>
        <translation>неделя</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>За что</translation>
    </message>
    <message>
        <source>A run of the search, or all its runs of a week</source>
        <translation>Один запуск поиска или все его запуски за неделю</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>When the run began, UTC; of a week its Monday</source>
        <translation>Когда начался запуск, UTC; у недели — её понедельник</translation>
    </message>
    <message>
        <source>The run&apos;s number; of a week its last complete run, whose stock is shown</source>
        <translation>Номер запуска; у недели — последний полный запуск, запас которого показан</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Полностью</translation>
    </message>
    <message>
        <source>It came to its end and could read its lists: only such runs are compared</source>
        <translation>Дошёл до конца и прочитал свои списки: сравниваются только такие запуски</translation>
    </message>
    <message>
        <source>Stock: ads</source>
        <translation>Запас: объявления</translation>
    </message>
    <message>
        <source>Ads that were open when the run was made</source>
        <translation>Объявления, открытые во время запуска</translation>
    </message>
    <message>
        <source>Stock: jobs</source>
        <translation>Запас: вакансии</translation>
    </message>
    <message>
        <source>The same, ads of one job counted once</source>
        <translation>То же, но объявления одной вакансии считаются один раз</translation>
    </message>
    <message>
        <source>Stock: median pay</source>
        <translation>Запас: медиана оплаты</translation>
    </message>
    <message>
        <source>Of the open ads that name an amount in the currency, for the period and before or after tax as most do; the middle of a range; empty when fewer than 5 do</source>
        <translation>По открытым объявлениям, где сумма названа в той же валюте, за тот же срок и так же до или после вычета, как у большинства; от промежутка берётся середина; пусто, если таких меньше 5</translation>
    </message>
    <message>
        <source>Stock: n of pay</source>
        <translation>Запас: с зарплатой</translation>
    </message>
    <message>
        <source>So many ads the median is of</source>
        <translation>По скольким объявлениям посчитана медиана</translation>
    </message>
    <message>
        <source>Flow: new</source>
        <translation>Поток: новые</translation>
    </message>
    <message>
        <source>Ads that the complete run before did not have; empty when there is none</source>
        <translation>Объявления, которых не было в предыдущем полном запуске; пусто, если такого нет</translation>
    </message>
    <message>
        <source>Flow: gone</source>
        <translation>Поток: исчезло</translation>
    </message>
    <message>
        <source>Ads of the complete run before that are proved not to be there any more</source>
        <translation>Объявления предыдущего полного запуска, которых уже точно нет</translation>
    </message>
    <message>
        <source>Flow: not seen</source>
        <translation>Поток: не встретилось</translation>
    </message>
    <message>
        <source>Ads of the complete run before that were not seen, which proves nothing</source>
        <translation>Объявления предыдущего полного запуска, которые не встретились; это ничего не доказывает</translation>
    </message>
    <message>
        <source>Flow: median pay</source>
        <translation>Поток: медиана оплаты</translation>
    </message>
    <message>
        <source>Of the new ads, as of the stock</source>
        <translation>По новым объявлениям, считается так же, как для остатка</translation>
    </message>
    <message>
        <source>Flow: n of pay</source>
        <translation>Поток: с зарплатой</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Place of the search in your list of searches</source>
        <translation>Место поиска в вашем списке</translation>
    </message>
    <message>
        <source>Since last time</source>
        <translation>С прошлого раза</translation>
    </message>
    <message>
        <source>What happened since the run that this one was compared with; empty: it is as it was</source>
        <translation>Что произошло с запуска, с которым сравнён этот; пусто — всё как было</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Впервые встретилось</translation>
    </message>
    <message>
        <source>When the first run of this search that has the ad began, UTC</source>
        <translation>Когда начался первый запуск этого поиска, в котором есть объявление, UTC</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Последний раз встретилось</translation>
    </message>
    <message>
        <source>When the last run of this search that has the ad open began, UTC</source>
        <translation>Когда начался последний запуск этого поиска, в котором объявление открыто, UTC</translation>
    </message>
    <message>
        <source>Age in days</source>
        <translation>Возраст, дней</translation>
    </message>
    <message>
        <source>From the first publication, or from when it was first seen, to when it was last seen; a date that the source renews does not count</source>
        <translation>От первой публикации или от первой встречи до последней; дата, которую источник обновляет, не учитывается</translation>
    </message>
    <message>
        <source>before tax</source>
        <translation>до вычета налога</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>на руки</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>the middle of both bounds</source>
        <translation>середина между границами</translation>
    </message>
    <message>
        <source>one amount</source>
        <translation>одна сумма</translation>
    </message>
    <message>
        <source>only the lower bound is named</source>
        <translation>указана только нижняя граница</translation>
    </message>
    <message>
        <source>only the upper bound is named</source>
        <translation>указана только верхняя граница</translation>
    </message>
    <message>
        <source>for a year</source>
        <translation>за год</translation>
    </message>
    <message>
        <source>for a week, hours a week</source>
        <translation>за неделю, часов в неделе</translation>
    </message>
    <message>
        <source>for an hour, hours a month</source>
        <translation>за час, часов в месяце</translation>
    </message>
    <message>
        <source>for a shift, hours a shift</source>
        <translation>за смену, часов в смене</translation>
    </message>
    <message>
        <source>date of reading, as the ad has none</source>
        <translation>дата чтения: в объявлении её нет</translation>
    </message>
    <message>
        <source>tax not said, taken as before tax</source>
        <translation>налог не указан, считаем до вычета</translation>
    </message>
    <message>
        <source>tax not said, taken as in hand</source>
        <translation>налог не указан, считаем на руки</translation>
    </message>
    <message>
        <source>made before tax by the tax since</source>
        <translation>пересчитано до вычета по налогу с</translation>
    </message>
    <message>
        <source>made in hand by the tax since</source>
        <translation>пересчитано на руки по налогу с</translation>
    </message>
    <message>
        <source>exchange rate</source>
        <translation>курс валюты</translation>
    </message>
    <message>
        <source>exactly the legal minimum</source>
        <translation>ровно МРОТ</translation>
    </message>
    <message>
        <source>left out of statistics</source>
        <translation>исключено из статистики</translation>
    </message>
    <message>
        <source>for a period that no rule knows</source>
        <translation>за период, которого нет в правилах</translation>
    </message>
    <message>
        <source>for a shift of unknown length</source>
        <translation>за смену неизвестной длины</translation>
    </message>
    <message>
        <source>for a tour</source>
        <translation>за вахту</translation>
    </message>
    <message>
        <source>for a service</source>
        <translation>за услугу</translation>
    </message>
    <message>
        <source>no rule for hours of work</source>
        <translation>нет правила о рабочих часах</translation>
    </message>
    <message>
        <source>no rule for the tax</source>
        <translation>нет правила о налоге</translation>
    </message>
    <message>
        <source>no exchange rate</source>
        <translation>нет курса валюты</translation>
    </message>
    <message>
        <source>no currency</source>
        <translation>нет валюты</translation>
    </message>
    <message>
        <source>a negative amount</source>
        <translation>отрицательная сумма</translation>
    </message>
    <message>
        <source>lower bound above the upper</source>
        <translation>нижняя граница больше верхней</translation>
    </message>
    <message>
        <source>part time</source>
        <translation>неполная занятость</translation>
    </message>
    <message>
        <source>side job</source>
        <translation>подработка</translation>
    </message>
    <message>
        <source>work on tour</source>
        <translation>вахта</translation>
    </message>
    <message>
        <source>below the legal minimum, probably for an hour, a shift or part time</source>
        <translation>ниже МРОТ: вероятно, за час, смену или неполную занятость</translation>
    </message>
    <message>
        <source>too high for a month</source>
        <translation>слишком много для месяца</translation>
    </message>
    <message>
        <source>The search that found it; of several, the first in your list</source>
        <translation>Поиск, который её нашёл; из нескольких — первый в вашем списке</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Поиски</translation>
    </message>
    <message>
        <source>All searches of the list that found it, in the order of the list</source>
        <translation>Все поиски списка, которые её нашли, в порядке списка</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>What compares: for a month of full work, in one currency, before tax or in hand, by the project&apos;s rules; empty when they leave the ad out</source>
        <translation>То, что можно сравнивать: за месяц полной занятости, в одной валюте, до вычета налога или на руки, по правилам проекта; пусто, если правила исключают объявление</translation>
    </message>
    <message>
        <source>Pay from</source>
        <translation>Оплата от</translation>
    </message>
    <message>
        <source>The lower bound as it compares</source>
        <translation>Нижняя граница в сравнимом виде</translation>
    </message>
    <message>
        <source>Pay to</source>
        <translation>Оплата до</translation>
    </message>
    <message>
        <source>The upper bound as it compares</source>
        <translation>Верхняя граница в сравнимом виде</translation>
    </message>
    <message>
        <source>Pay is said</source>
        <translation>Оплата указана</translation>
    </message>
    <message>
        <source>Before tax or in hand, as the ad says</source>
        <translation>До вычета налога или на руки, как сказано в объявлении</translation>
    </message>
    <message>
        <source>How pay was made</source>
        <translation>Как получена оплата</translation>
    </message>
    <message>
        <source>The steps from the published amounts to the pay that compares, or why the ad is left out</source>
        <translation>Шаги от опубликованных сумм к сравнимой оплате или причина, по которой объявление исключено</translation>
    </message>
    <message>
        <source>intern</source>
        <translation>стажёр</translation>
    </message>
    <message>
        <source>junior</source>
        <translation>младший</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>средний</translation>
    </message>
    <message>
        <source>senior</source>
        <translation>старший</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>ведущий</translation>
    </message>
    <message>
        <source>head</source>
        <translation>руководитель</translation>
    </message>
    <message>
        <source>no experience</source>
        <translation>без опыта</translation>
    </message>
    <message>
        <source>1 to 3 years</source>
        <translation>от 1 года до 3 лет</translation>
    </message>
    <message>
        <source>3 to 6 years</source>
        <translation>от 3 до 6 лет</translation>
    </message>
    <message>
        <source>6 years or more</source>
        <translation>6 лет и больше</translation>
    </message>
    <message>
        <source>full time</source>
        <translation>полная занятость</translation>
    </message>
    <message>
        <source>project or for a time</source>
        <translation>проект или временная</translation>
    </message>
    <message>
        <source>on tour</source>
        <translation>вахта</translation>
    </message>
    <message>
        <source>internship</source>
        <translation>стажировка</translation>
    </message>
    <message>
        <source>volunteering</source>
        <translation>волонтёрство</translation>
    </message>
    <message>
        <source>at the employer&apos;s</source>
        <translation>у работодателя</translation>
    </message>
    <message>
        <source>remote</source>
        <translation>удалённо</translation>
    </message>
    <message>
        <source>hybrid</source>
        <translation>гибрид</translation>
    </message>
    <message>
        <source>travelling</source>
        <translation>разъездная</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Регион, единое имя</translation>
    </message>
    <message>
        <source>The region of Russia, or the country elsewhere, one name for all sources; empty when no rule knows the place</source>
        <translation>Субъект Российской Федерации, в других случаях страна; одно имя для всех источников. Пусто, если место не известно правилам</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>What the title says of it: intern, junior, middle, senior, lead, head</source>
        <translation>Что о нём сказано в названии: стажёр, младший, средний, старший, ведущий, руководитель</translation>
    </message>
    <message>
        <source>Experience, one scale</source>
        <translation>Опыт, единая шкала</translation>
    </message>
    <message>
        <source>One scale for all sources; empty when no rule knows the words</source>
        <translation>Одна шкала для всех источников; пусто, если слова не известны правилам</translation>
    </message>
    <message>
        <source>Employment, one name</source>
        <translation>Занятость, единое имя</translation>
    </message>
    <message>
        <source>One name for all sources, from employment and schedule; empty when no rule knows the words</source>
        <translation>Одно имя для всех источников, по занятости и графику; пусто, если слова не известны правилам</translation>
    </message>
    <message>
        <source>Work format, one name</source>
        <translation>Формат работы, единое имя</translation>
    </message>
    <message>
        <source>One name for all sources; empty when no rule knows the words</source>
        <translation>Одно имя для всех источников; пусто, если слова не известны правилам</translation>
    </message>
    <message>
        <source>Occupation (ISCO-08)</source>
        <translation>Занятие (ISCO-08)</translation>
    </message>
    <message>
        <source>Groups of the International Standard Classification of Occupations, from the roles; empty when no rule knows them</source>
        <translation>Группы Международной стандартной классификации занятий (в России ОКЗ), по профессиональным ролям; пусто, если правила их не знают</translation>
    </message>
    <message>
        <source>Skills in the text</source>
        <translation>Навыки в тексте</translation>
    </message>
    <message>
        <source>Skills that title and description name, by the project&apos;s list of skills; one name for all spellings</source>
        <translation>Навыки, названные в заголовке и описании, по списку навыков проекта; одно имя для всех написаний</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>marked noindex</source>
        <translation>помечено noindex</translation>
    </message>
    <message>
        <source>names another address</source>
        <translation>называет другой адрес</translation>
    </message>
    <message>
        <source>error or no answer</source>
        <translation>ошибка или нет ответа</translation>
    </message>
    <message>
        <source>mark at the beginning</source>
        <translation>метка в начале</translation>
    </message>
    <message>
        <source>header</source>
        <translation>заголовок ответа</translation>
    </message>
    <message>
        <source>page</source>
        <translation>страница</translation>
    </message>
    <message>
        <source>not said, but sure</source>
        <translation>не указано, но ясно</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>угадано</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>How many other indexable pages of the host have the same title</source>
        <translation>У скольких других индексируемых страниц хоста тот же заголовок</translation>
    </message>
    <message>
        <source>How many other indexable pages of the host have the same description</source>
        <translation>У скольких других индексируемых страниц хоста то же описание</translation>
    </message>
    <message>
        <source>Why not indexable</source>
        <translation>Почему не индексируется</translation>
    </message>
    <message>
        <source>Why search engines may not list an address of the own site</source>
        <translation>Почему поисковые системы не могут показывать адрес своего сайта</translation>
    </message>
    <message>
        <source>The host of the address</source>
        <translation>Хост адреса</translation>
    </message>
    <message>
        <source>Length of the address</source>
        <translation>Длина адреса</translation>
    </message>
    <message>
        <source>Letters of the address, written as people read it</source>
        <translation>Букв в адресе, как его читают люди</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Первый байт</translation>
    </message>
    <message>
        <source>Seconds from the request sent to the beginning of the answer</source>
        <translation>Секунд от отправки запроса до начала ответа</translation>
    </message>
    <message>
        <source>How many redirects follow one another from here</source>
        <translation>Сколько перенаправлений идёт отсюда подряд</translation>
    </message>
    <message>
        <source>Verdict of the end</source>
        <translation>Вердикт в конце</translation>
    </message>
    <message>
        <source>What is wrong with the address at which the redirects end</source>
        <translation>Что не так с адресом, на котором кончаются перенаправления</translation>
    </message>
    <message>
        <source>Why the end is not indexable</source>
        <translation>Почему конец не индексируется</translation>
    </message>
    <message>
        <source>Why search engines may not list the address at which the redirects end</source>
        <translation>Почему поисковые системы не могут показывать адрес, на котором кончаются перенаправления</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Заголовков</translation>
    </message>
    <message>
        <source>How many title elements the page has</source>
        <translation>Сколько элементов title на странице</translation>
    </message>
    <message>
        <source>Width of the title</source>
        <translation>Ширина заголовка</translation>
    </message>
    <message>
        <source>Pixels in Arial 20, as lists of results set it</source>
        <translation>Пикселей шрифтом Arial 20, как в выдаче</translation>
    </message>
    <message>
        <source>Descriptions</source>
        <translation>Описаний</translation>
    </message>
    <message>
        <source>How many descriptions the page has</source>
        <translation>Сколько описаний на странице</translation>
    </message>
    <message>
        <source>Width of the description</source>
        <translation>Ширина описания</translation>
    </message>
    <message>
        <source>Pixels in Arial 14, as lists of results set it</source>
        <translation>Пикселей шрифтом Arial 14, как в выдаче</translation>
    </message>
    <message>
        <source>Headings h1</source>
        <translation>Заголовков h1</translation>
    </message>
    <message>
        <source>How many headings of the first level the page has</source>
        <translation>Сколько на странице заголовков первого уровня</translation>
    </message>
    <message>
        <source>Headings h2</source>
        <translation>Заголовков h2</translation>
    </message>
    <message>
        <source>How many headings of the second level the page has</source>
        <translation>Сколько на странице заголовков второго уровня</translation>
    </message>
    <message>
        <source>Skipped heading</source>
        <translation>Пропуск уровня</translation>
    </message>
    <message>
        <source>The first step over a level, such as h1 &gt; h3; &gt; h2 when the first heading is no h1</source>
        <translation>Первый шаг через уровень, например h1 &gt; h3; &gt; h2, если первый заголовок не h1</translation>
    </message>
    <message>
        <source>Heading as title</source>
        <translation>h1 как заголовок</translation>
    </message>
    <message>
        <source>The first heading says the same as the title</source>
        <translation>Первый заголовок h1 совпадает с заголовком страницы</translation>
    </message>
    <message>
        <source>Canonicals</source>
        <translation>Канонических</translation>
    </message>
    <message>
        <source>How many canonical addresses the page and its headers name</source>
        <translation>Сколько канонических адресов называют страница и заголовки ответа</translation>
    </message>
    <message>
        <source>Canonical as written</source>
        <translation>Канонический, как записан</translation>
    </message>
    <message>
        <source>The canonical address as the page writes it</source>
        <translation>Канонический адрес, как он записан на странице</translation>
    </message>
    <message>
        <source>Canonical in header</source>
        <translation>Канонический в заголовке</translation>
    </message>
    <message>
        <source>The canonical address that a Link header names</source>
        <translation>Канонический адрес из заголовка Link</translation>
    </message>
    <message>
        <source>Canonicals disagree</source>
        <translation>Канонические расходятся</translation>
    </message>
    <message>
        <source>The page and its headers name more than one canonical address</source>
        <translation>Страница и заголовки ответа называют больше одного канонического адреса</translation>
    </message>
    <message>
        <source>Why the canonical is not indexable</source>
        <translation>Почему канонический не индексируется</translation>
    </message>
    <message>
        <source>Why search engines may not list the canonical address, as far as it was asked</source>
        <translation>Почему поисковые системы не могут показывать канонический адрес, если он опрошен</translation>
    </message>
    <message>
        <source>Source of robots</source>
        <translation>Источник robots</translation>
    </message>
    <message>
        <source>Where the rules for crawlers stand: meta, header</source>
        <translation>Где стоят правила для роботов: meta, header</translation>
    </message>
    <message>
        <source>Rules for bots</source>
        <translation>Правила для ботов</translation>
    </message>
    <message>
        <source>What the page or its headers say to single crawlers</source>
        <translation>Что страница или заголовки говорят отдельным роботам</translation>
    </message>
    <message>
        <source>Outside the head</source>
        <translation>Вне head</translation>
    </message>
    <message>
        <source>Refreshes to</source>
        <translation>Уводит на</translation>
    </message>
    <message>
        <source>Where the page sends browsers by itself</source>
        <translation>Куда страница сама отправляет браузер</translation>
    </message>
    <message>
        <source>Refreshes after</source>
        <translation>Уводит через</translation>
    </message>
    <message>
        <source>Seconds until then</source>
        <translation>Секунд до этого</translation>
    </message>
    <message>
        <source>Encoding known from</source>
        <translation>Откуда кодировка</translation>
    </message>
    <message>
        <source>From where the encoding is known</source>
        <translation>Откуда известна кодировка</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
    <message>
        <source>How many pictures the page shows by img</source>
        <translation>Сколько картинок на странице (img)</translation>
    </message>
    <message>
        <source>Pictures without alt</source>
        <translation>Картинки без alt</translation>
    </message>
    <message>
        <source>Pictures without an alternative text, not even an empty one</source>
        <translation>Картинки без замещающего текста, даже пустого</translation>
    </message>
    <message>
        <source>Pictures without size</source>
        <translation>Картинки без размеров</translation>
    </message>
    <message>
        <source>Pictures without width and height</source>
        <translation>Картинки без ширины и высоты</translation>
    </message>
    <message>
        <source>Words of the page itself</source>
        <translation>Слов самой страницы</translation>
    </message>
    <message>
        <source>Words outside navigation, header and footer</source>
        <translation>Слова вне навигации, шапки и подвала</translation>
    </message>
    <message>
        <source>Share of text</source>
        <translation>Доля текста</translation>
    </message>
    <message>
        <source>Readable text in the bytes of the page, per cent</source>
        <translation>Текст для чтения в байтах страницы, процентов</translation>
    </message>
    <message>
        <source>Fingerprint of the text</source>
        <translation>Отпечаток текста</translation>
    </message>
    <message>
        <source>Equal for equal texts outside navigation, header and footer, from 50 words</source>
        <translation>Одинаков для одинаковых текстов вне навигации, шапки и подвала, от 50 слов</translation>
    </message>
    <message>
        <source>Similarity mark</source>
        <translation>Метка сходства</translation>
    </message>
    <message>
        <source>Differs in few bits where few words differ; of texts from 50 words</source>
        <translation>Отличается в немногих битах, если отличается мало слов; для текстов от 50 слов</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>Элементов</translation>
    </message>
    <message>
        <source>How many elements the page has</source>
        <translation>Сколько элементов на странице</translation>
    </message>
    <message>
        <source>Links within</source>
        <translation>Ссылок внутри</translation>
    </message>
    <message>
        <source>Links by a and area to the own site</source>
        <translation>Ссылки a и area на свой сайт</translation>
    </message>
    <message>
        <source>Links to others</source>
        <translation>Ссылок наружу</translation>
    </message>
    <message>
        <source>Links by a and area to other sites</source>
        <translation>Ссылки a и area на другие сайты</translation>
    </message>
    <message>
        <source>Links without words</source>
        <translation>Ссылки без слов</translation>
    </message>
    <message>
        <source>Links of which nothing says where they lead</source>
        <translation>Ссылки, о которых ничто не говорит, куда они ведут</translation>
    </message>
    <message>
        <source>Links by script</source>
        <translation>Ссылки скриптом</translation>
    </message>
    <message>
        <source>Links that only a script can follow</source>
        <translation>Ссылки, по которым перейдёт только скрипт</translation>
    </message>
    <message>
        <source>Open Graph</source>
        <translation>Open Graph</translation>
    </message>
    <message>
        <source>What the page says to social networks: title, description, image, …</source>
        <translation>Что страница сообщает соцсетям: title, description, image, …</translation>
    </message>
    <message>
        <source>Viewport</source>
        <translation>Viewport</translation>
    </message>
    <message>
        <source>What the page says about small screens</source>
        <translation>Что страница говорит о маленьких экранах</translation>
    </message>
    <message>
        <source>Types of data</source>
        <translation>Типы данных</translation>
    </message>
    <message>
        <source>Types of the structured data (JSON-LD)</source>
        <translation>Типы структурированных данных (JSON-LD)</translation>
    </message>
    <message>
        <source>Broken data</source>
        <translation>Неверные данные</translation>
    </message>
    <message>
        <source>Blocks of JSON-LD that are no JSON</source>
        <translation>Блоки JSON-LD, которые не являются JSON</translation>
    </message>
    <message>
        <source>Filler text</source>
        <translation>Текст-заполнитель</translation>
    </message>
    <message>
        <source>The text holds lorem ipsum</source>
        <translation>В тексте есть lorem ipsum</translation>
    </message>
    <message>
        <source>Asks for a password</source>
        <translation>Просит пароль</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Сжатие</translation>
    </message>
    <message>
        <source>How the answer was packed</source>
        <translation>Как сжат ответ</translation>
    </message>
    <message>
        <source>HSTS</source>
        <translation>HSTS</translation>
    </message>
    <message>
        <source>For how many seconds browsers are to use https only</source>
        <translation>Сколько секунд браузерам пользоваться только https</translation>
    </message>
    <message>
        <source>Safety headers</source>
        <translation>Заголовки безопасности</translation>
    </message>
    <message>
        <source>Headers for safety that the answer has: csp, nosniff, frames, referrer</source>
        <translation>Какие заголовки безопасности есть в ответе: csp, nosniff, frames, referrer</translation>
    </message>
    <message>
        <source>Unsafe cookies</source>
        <translation>Незащищённые cookie</translation>
    </message>
    <message>
        <source>Names of cookies without Secure, HttpOnly or SameSite, with what is missing</source>
        <translation>Имена cookie без Secure, HttpOnly или SameSite и чего не хватает</translation>
    </message>
    <message>
        <source>Same heading</source>
        <translation>Тот же h1</translation>
    </message>
    <message>
        <source>How many other indexable pages of the host have the same first heading</source>
        <translation>У скольких других индексируемых страниц хоста тот же h1</translation>
    </message>
    <message>
        <source>Same text</source>
        <translation>Тот же текст</translation>
    </message>
    <message>
        <source>How many other indexable pages of the host have the same text outside navigation, header and footer</source>
        <translation>У скольких других индексируемых страниц хоста тот же текст вне навигации, шапки и подвала</translation>
    </message>
    <message>
        <source>as expected</source>
        <translation>как ожидалось</translation>
    </message>
    <message>
        <source>other address</source>
        <translation>другой адрес</translation>
    </message>
    <message>
        <source>as expected, by a chain</source>
        <translation>как ожидалось, но цепочкой</translation>
    </message>
    <message>
        <source>does not redirect</source>
        <translation>не переадресует</translation>
    </message>
    <message>
        <source>never ends</source>
        <translation>не кончается</translation>
    </message>
    <message>
        <source>error</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>new address is not 200</source>
        <translation>новый адрес не отвечает 200</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Ожидалось</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Раздел</translation>
    </message>
    <message>
        <source>Rows found</source>
        <translation>Найдено строк</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Из</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>navigation</source>
        <translation>навигация</translation>
    </message>
    <message>
        <source>header of the page</source>
        <translation>шапка страницы</translation>
    </message>
    <message>
        <source>main part</source>
        <translation>основная часть</translation>
    </message>
    <message>
        <source>aside</source>
        <translation>боковая часть</translation>
    </message>
    <message>
        <source>footer of the page</source>
        <translation>подвал страницы</translation>
    </message>
    <message>
        <source>sitemap</source>
        <translation>карта сайта</translation>
    </message>
    <message>
        <source>not written as language-region</source>
        <translation>записан не как язык-регион</translation>
    </message>
    <message>
        <source>no such language</source>
        <translation>такого языка нет</translation>
    </message>
    <message>
        <source>no such script</source>
        <translation>такой письменности нет</translation>
    </message>
    <message>
        <source>no such region</source>
        <translation>такого региона нет</translation>
    </message>
    <message>
        <source>The page that has a version in another language</source>
        <translation>Страница, у которой есть версия на другом языке</translation>
    </message>
    <message>
        <source>Language and region of the version, as written</source>
        <translation>Язык и регион версии, как записано</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>The address of the page in that language</source>
        <translation>Адрес страницы на этом языке</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Как записано</translation>
    </message>
    <message>
        <source>The address as it is written, when that is no whole address of the web</source>
        <translation>Адрес, как он записан, если это не полный адрес в интернете</translation>
    </message>
    <message>
        <source>Said in</source>
        <translation>Где сказано</translation>
    </message>
    <message>
        <source>Whether the page, a header or a sitemap says so</source>
        <translation>На странице, в заголовке ответа или в карте сайта</translation>
    </message>
    <message>
        <source>Line of the source text, from 1; empty for headers and sitemaps</source>
        <translation>Строка исходного текста, с 1; пусто для заголовков ответа и карт сайта</translation>
    </message>
    <message>
        <source>Fault of the language</source>
        <translation>Ошибка в коде языка</translation>
    </message>
    <message>
        <source>Why the code is none: language[-script][-region] or x-default is expected</source>
        <translation>Почему это не код: нужен язык[-письменность][-регион] или x-default</translation>
    </message>
    <message>
        <source>Language twice</source>
        <translation>Язык дважды</translation>
    </message>
    <message>
        <source>The same list names another address for this language</source>
        <translation>В том же списке для этого языка назван и другой адрес</translation>
    </message>
    <message>
        <source>Page indexable</source>
        <translation>Страница индексируется</translation>
    </message>
    <message>
        <source>Search engines may list the page that says it</source>
        <translation>Страницу, на которой это сказано, поисковики могут показывать</translation>
    </message>
    <message>
        <source>The HTTP status of the version</source>
        <translation>Код HTTP версии</translation>
    </message>
    <message>
        <source>What is wrong with the version</source>
        <translation>Что не так с версией</translation>
    </message>
    <message>
        <source>Why search engines may not list the version, as far as it was asked</source>
        <translation>Почему поисковикам нельзя показывать версию, если её спрашивали</translation>
    </message>
    <message>
        <source>Names the page back</source>
        <translation>Называет в ответ</translation>
    </message>
    <message>
        <source>The version names this page among its own; empty when it was not read or is not indexable</source>
        <translation>Версия называет эту страницу среди своих; пусто, если её не читали или она не индексируется</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>Часть страницы</translation>
    </message>
    <message>
        <source>Where on the page it stands: navigation, header, main part, aside, footer; empty elsewhere</source>
        <translation>Где на странице стоит ссылка: навигация, шапка, основная часть, боковая часть, подвал; в других местах пусто</translation>
    </message>
    <message>
        <source>What belongs into the head of the page and stands outside: title, description, canonical, robots, hreflang</source>
        <translation>Что должно быть в заголовке страницы (head), а стоит вне его: title, description, canonical, robots, hreflang</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Отличие</translation>
    </message>
    <message>
        <source>In how many of 64 bits the most similar other text of the host differs, 0 to 3; empty when none is so similar</source>
        <translation>На сколько бит из 64 отличается самый похожий другой текст хоста, от 0 до 3; пусто, если такого похожего нет</translation>
    </message>
    <message>
        <source>Similar texts</source>
        <translation>Похожие тексты</translation>
    </message>
    <message>
        <source>The first address of the group of indexable pages that have nearly the same text</source>
        <translation>Первый адрес группы индексируемых страниц с почти одинаковым текстом</translation>
    </message>
    <message>
        <source>Twins</source>
        <translation>Двойники</translation>
    </message>
    <message>
        <source>In what other indexable addresses differ that are else the same: scheme, slash at the end, www</source>
        <translation>Чем отличаются другие индексируемые адреса, в остальном такие же: scheme (схема), slash (косая черта в конце), www</translation>
    </message>
    <message>
        <source>Twin</source>
        <translation>Двойник</translation>
    </message>
    <message>
        <source>The first other indexable address that differs in scheme, slash at the end or www only</source>
        <translation>Первый другой индексируемый адрес, который отличается только схемой, косой чертой в конце или www</translation>
    </message>
    <message>
        <source>Links to the canonical</source>
        <translation>Ссылки на канонический</translation>
    </message>
    <message>
        <source>How many links of other pages lead to the address that the page names as canonical; empty when that is the page itself or not of the site</source>
        <translation>Сколько ссылок с других страниц ведёт на адрес, который страница называет каноническим; пусто, если это она сама или адрес другого сайта</translation>
    </message>
    <message>
        <source>Languages named</source>
        <translation>Названо языков</translation>
    </message>
    <message>
        <source>How many addresses in other languages the page and its headers name (hreflang)</source>
        <translation>Сколько адресов на других языках называют страница и заголовки ответа (hreflang)</translation>
    </message>
    <message>
        <source>Faults of languages</source>
        <translation>Ошибки в списке языков</translation>
    </message>
    <message>
        <source>What is wrong with the list of languages as a whole: no_self, no_default, lang</source>
        <translation>Что не так со списком языков в целом: no_self (нет самой страницы), no_default (нет x-default), lang (другой язык в html)</translation>
    </message>
    <message>
        <source>Depth of elements</source>
        <translation>Вложенность элементов</translation>
    </message>
    <message>
        <source>How many elements stand within one another at the deepest place</source>
        <translation>Сколько элементов вложено друг в друга в самом глубоком месте</translation>
    </message>
    <message>
        <source>Pictures with empty alt</source>
        <translation>Картинки с пустым alt</translation>
    </message>
    <message>
        <source>Pictures whose alternative text is empty: right for what only decorates</source>
        <translation>Картинки с пустым замещающим текстом: для украшений это правильно</translation>
    </message>
    <message>
        <source>Pictures with long alt</source>
        <translation>Картинки с длинным alt</translation>
    </message>
    <message>
        <source>Pictures whose alternative text has more than 100 letters</source>
        <translation>Картинки, у которых замещающий текст длиннее 100 знаков</translation>
    </message>
    <message>
        <source>Doubled ids</source>
        <translation>Повторы id</translation>
    </message>
    <message>
        <source>How many ids more than one element has</source>
        <translation>Сколько id стоит больше чем у одного элемента</translation>
    </message>
    <message>
        <source>Twitter card</source>
        <translation>Карточка Twitter</translation>
    </message>
    <message>
        <source>What the page says to X (Twitter): card, title, image, …</source>
        <translation>Что страница сообщает сети X (Twitter): card, title, image, …</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Значок</translation>
    </message>
    <message>
        <source>The icon that the page names, as it is written</source>
        <translation>Значок, который называет страница, как он записан</translation>
    </message>
    <message>
        <source>Job ads in data</source>
        <translation>Вакансии в данных</translation>
    </message>
    <message>
        <source>How many ads of jobs the structured data have (JobPosting)</source>
        <translation>Сколько вакансий в структурированных данных (JobPosting)</translation>
    </message>
    <message>
        <source>Faults of job ads</source>
        <translation>Ошибки вакансий</translation>
    </message>
    <message>
        <source>What job ads in the structured data must have and lack, or have in a form that nobody reads</source>
        <translation>Чего не хватает вакансиям в структурированных данных из обязательного или что записано так, что никто не прочтёт</translation>
    </message>
    <message>
        <source>Gaps of job ads</source>
        <translation>Пропуски вакансий</translation>
    </message>
    <message>
        <source>What job ads in the structured data should have and lack</source>
        <translation>Чего не хватает вакансиям в структурированных данных из желательного</translation>
    </message>
    <message>
        <source>Type by its bytes</source>
        <translation>Тип по содержимому</translation>
    </message>
    <message>
        <source>The media type that the first bytes show, when the server says another or none</source>
        <translation>Тип, который видно по первым байтам, если сервер сообщает другой или никакого</translation>
    </message>
    <message>
        <source>Failed once so far</source>
        <translation>Пока один сбой</translation>
    </message>
    <message>
        <source>No answer or an error of the server, seen once or for less than ten minutes: ask again before you call it broken</source>
        <translation>Нет ответа или ошибка сервера, замеченная один раз или менее десяти минут назад: спросите ещё раз, прежде чем считать адрес битым</translation>
    </message>
    <message>
        <source>Closed to</source>
        <translation>Закрыто для</translation>
    </message>
    <message>
        <source>Crawlers of search engines and language models that robots.txt keeps from the page</source>
        <translation>Роботы поисковых систем и языковых моделей, которым robots.txt закрывает страницу</translation>
    </message>
    <message>
        <source>Link score</source>
        <translation>Вес ссылок</translation>
    </message>
    <message>
        <source>How much the links within the site lead here (PageRank), from 0 for the least to 100 for the most, by the logarithm</source>
        <translation>Насколько ссылки внутри сайта ведут сюда (PageRank): от 0 у наименьшего до 100 у наибольшего, по логарифму</translation>
    </message>
    <message>
        <source>Other form of the start</source>
        <translation>Другой вид начального адреса</translation>
    </message>
    <message>
        <source>The start address with the other scheme, with or without www: only asked where it leads</source>
        <translation>Начальный адрес с другой схемой, с www или без: проверено только, куда он ведёт</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>Текст страницы</translation>
    </message>
    <message>
        <source>What the page says, to search in; only of crawls that keep the pages</source>
        <translation>Что написано на странице, чтобы искать в этом; только у обходов, которые сохраняют страницы</translation>
    </message>
    <message>
        <source>Part of the site</source>
        <translation>Часть сайта</translation>
    </message>
    <message>
        <source>Pages of one part hang together by links, whichever way these lead: 1 is the largest part</source>
        <translation>Страницы одной части связаны ссылками в любом направлении: 1 — самая большая часть</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>Ядро</translation>
    </message>
    <message>
        <source>The largest k so that the page belongs to pages of which each has k links with the others (k-core): high in what is closely linked</source>
        <translation>Наибольшее k, при котором страница входит в набор, где у каждой не меньше k ссылок с остальными (k-ядро): велико там, где страницы тесно связаны</translation>
    </message>
    <message>
        <source>Betweenness</source>
        <translation>Посредничество</translation>
    </message>
    <message>
        <source>On how many shortest ways between two other pages the page lies; estimated from some pages when the site has more than 5,000</source>
        <translation>На скольких кратчайших путях между двумя другими страницами лежит эта; если страниц больше 5000, оценено по части из них</translation>
    </message>
</context>
<context>
    <name>linnet::usage</name>
    <message>
        <source>Print the manual page, as troff.</source>
        <translation>Напечатать страницу руководства в формате troff.</translation>
    </message>
    <message>
        <source>Print what a shell reads to complete commands and options by the Tab key.</source>
        <translation>Напечатать то, по чему оболочка дополняет команды и параметры клавишей Tab.</translation>
    </message>
</context>
<context>
    <name>linnet::vacancies</name>
    <message>
        <source>hh.ru</source>
        <translation>hh.ru</translation>
    </message>
    <message>
        <source>Work in Russia</source>
        <translation>Работа России</translation>
    </message>
    <message>
        <source>needs an access token, given mainly to employers</source>
        <translation>с токеном, в основном для работодателей</translation>
    </message>
    <message>
        <source>hh.ru has refused anonymous searches since 2025. It answers programs that show an access token.</source>
        <translation>С 2025 года hh.ru не отвечает на анонимный поиск. Программам он отвечает, если они предъявляют токен доступа.</translation>
    </message>
    <message>
        <source>Who can get one: registered applications, mainly of employers. Register at dev.hh.ru; the review takes up to 15 working days and may end with a refusal. The token of the application is then shown there.</source>
        <translation>Кто может его получить: зарегистрированные приложения, в основном работодателей. Регистрация — на dev.hh.ru; проверка занимает до 15 рабочих дней и может закончиться отказом. После неё токен приложения будет показан там же.</translation>
    </message>
    <message>
        <source>HeadHunter (hh.ru)</source>
        <translation>HeadHunter (hh.ru)</translation>
    </message>
    <message>
        <source>Registered applications with a token of their own; hh.ru gives tokens mainly to employers, after a review of up to 15 working days. Meant for searches by profession, not for copying the whole base.</source>
        <translation>Для зарегистрированных приложений со своим токеном; hh.ru выдаёт токены в основном работодателям, после проверки, которая длится до 15 рабочих дней. Доступ предназначен для поиска по профессиям, а не для копирования всей базы.</translation>
    </message>
    <message>
        <source>No published limit; a few requests a second. After a refusal or a captcha stop and wait.</source>
        <translation>Опубликованного предела нет; несколько запросов в секунду. После отказа или капчи остановитесь и подождите.</translation>
    </message>
    <message>
        <source>Name hh.ru and link to the vacancy. Its name and logo may not be used as one&apos;s own.</source>
        <translation>Указывайте hh.ru и давайте ссылку на вакансию. Выдавать его название и логотип за свои нельзя.</translation>
    </message>
    <message>
        <source>Work in Russia (trudvsem.ru)</source>
        <translation>Работа России (trudvsem.ru)</translation>
    </message>
    <message>
        <source>Everybody, without an account: open data of the state, free to use. Contact persons in the ads are personal data.</source>
        <translation>Доступно всем, без учётной записи: это открытые данные государства, пользоваться ими можно свободно. Контактные лица в объявлениях — персональные данные.</translation>
    </message>
    <message>
        <source>No published limit; answers take about five seconds. Two to four requests at once.</source>
        <translation>Опубликованного предела нет; ответ занимает около пяти секунд. От двух до четырёх запросов одновременно.</translation>
    </message>
    <message>
        <source>Name the source: data of the portal &quot;Work in Russia&quot; (trudvsem.ru), with a link.</source>
        <translation>Указывайте источник: данные портала «Работа России» (trudvsem.ru), со ссылкой.</translation>
    </message>
    <message>
        <source>needs a key, which is free</source>
        <translation>нужен ключ, он бесплатный</translation>
    </message>
    <message>
        <source>SuperJob answers programs that show the key of a registered application.</source>
        <translation>SuperJob отвечает программам, которые предъявляют ключ зарегистрированного приложения.</translation>
    </message>
    <message>
        <source>Who can get one: everybody who registers an application at api.superjob.ru/register; there is no review. What is called &quot;Secret key&quot; there is the token to paste here.</source>
        <translation>Кто может получить: каждый, кто зарегистрирует приложение на api.superjob.ru/register; проверки нет. То, что там называется «Secret key», и есть токен, который надо вставить здесь.</translation>
    </message>
    <message>
        <source>Everybody who registers an application; its key is free. The paid part for employers is not used.</source>
        <translation>Каждый, кто зарегистрирует приложение; ключ бесплатный. Платная часть для работодателей не используется.</translation>
    </message>
    <message>
        <source>120 requests a minute from one network address; Linnet keeps half a second between two.</source>
        <translation>120 запросов в минуту с одного сетевого адреса; Linnet делает между запросами паузу в полсекунды.</translation>
    </message>
    <message>
        <source>Name SuperJob and link to the vacancy.</source>
        <translation>Указывайте SuperJob и давайте ссылку на вакансию.</translation>
    </message>
    <message>
        <source>SuperJob (superjob.ru)</source>
        <translation>SuperJob (superjob.ru)</translation>
    </message>
    <message>
        <source>SuperJob</source>
        <translation>SuperJob</translation>
    </message>
    <message>
        <source>file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>Himalayas (remote work, himalayas.app)</source>
        <translation>Himalayas (удалённая работа, himalayas.app)</translation>
    </message>
    <message>
        <source>Himalayas</source>
        <translation>Himalayas</translation>
    </message>
    <message>
        <source>Everybody, without an account.</source>
        <translation>Доступно всем, без учётной записи.</translation>
    </message>
    <message>
        <source>No published limit, but who asks fast is refused for a while; Linnet keeps a second and a half between two requests.</source>
        <translation>Опубликованного предела нет, но тем, кто спрашивает часто, на время отказывают; Linnet выдерживает полторы секунды между запросами.</translation>
    </message>
    <message>
        <source>Name Himalayas as the source and link to the ad&apos;s page there.</source>
        <translation>Указывайте источник, Himalayas, и давайте ссылку на страницу объявления там.</translation>
    </message>
    <message>
        <source>Jobicy (remote work, jobicy.com)</source>
        <translation>Jobicy (удалённая работа, jobicy.com)</translation>
    </message>
    <message>
        <source>Jobicy</source>
        <translation>Jobicy</translation>
    </message>
    <message>
        <source>A few requests a day: the list changes a few times a day.</source>
        <translation>Несколько запросов в день: список меняется несколько раз в день.</translation>
    </message>
    <message>
        <source>Name Jobicy as the source and link to the ad&apos;s page there.</source>
        <translation>Указывайте источник, Jobicy, и давайте ссылку на страницу объявления там.</translation>
    </message>
    <message>
        <source>JobTech (Sweden, arbetsformedlingen.se)</source>
        <translation>JobTech (Швеция, arbetsformedlingen.se)</translation>
    </message>
    <message>
        <source>JobTech, Sweden</source>
        <translation>JobTech, Швеция</translation>
    </message>
    <message>
        <source>Everybody, without an account: the ads are CC0. Contact persons in the ads are personal data.</source>
        <translation>Доступно всем, без учётной записи: объявления под лицензией CC0. Контактные лица в объявлениях — персональные данные.</translation>
    </message>
    <message>
        <source>No published limit; a few requests a second.</source>
        <translation>Опубликованного предела нет; несколько запросов в секунду.</translation>
    </message>
    <message>
        <source>Not asked for; name Arbetsförmedlingen (JobTech) and link to the ad all the same.</source>
        <translation>Не требуется; всё же указывайте Arbetsförmedlingen (JobTech) и давайте ссылку на объявление.</translation>
    </message>
    <message>
        <source>MyCareersFuture (Singapore)</source>
        <translation>MyCareersFuture (Сингапур)</translation>
    </message>
    <message>
        <source>MyCareersFuture</source>
        <translation>MyCareersFuture</translation>
    </message>
    <message>
        <source>Everybody, without an account; robots.txt allows all, but no licence for the data was found. It is the interface of the site itself, not one that is offered: it may change or stop without notice.</source>
        <translation>Доступно всем, без учётной записи; robots.txt разрешает всё, но лицензия на данные не найдена. Это интерфейс самого сайта, а не предлагаемый для программ: он может измениться или исчезнуть без предупреждения.</translation>
    </message>
    <message>
        <source>No published limit; Linnet keeps a second between two requests.</source>
        <translation>Опубликованного предела нет; Linnet выдерживает секунду между запросами.</translation>
    </message>
    <message>
        <source>Name MyCareersFuture and link to the vacancy.</source>
        <translation>Указывайте MyCareersFuture и давайте ссылку на вакансию.</translation>
    </message>
    <message>
        <source>needs a token, which is free</source>
        <translation>нужен бесплатный токен</translation>
    </message>
    <message>
        <source>NAV answers programs that show a token.</source>
        <translation>NAV отвечает программам, которые предъявляют токен.</translation>
    </message>
    <message>
        <source>Who can get one: everybody who agrees to the terms and writes to nav.team.arbeidsplassen@nav.no. For a try NAV shows a public token at pam-stilling-feed.nav.no/api/publicToken, which it changes from time to time.</source>
        <translation>Кто может получить: каждый, кто согласен с условиями и напишет на nav.team.arbeidsplassen@nav.no. Для пробы NAV показывает общий токен на pam-stilling-feed.nav.no/api/publicToken; время от времени он меняется.</translation>
    </message>
    <message>
        <source>NAV (Norway, arbeidsplassen.no)</source>
        <translation>NAV (Норвегия, arbeidsplassen.no)</translation>
    </message>
    <message>
        <source>NAV, Norway</source>
        <translation>NAV, Норвегия</translation>
    </message>
    <message>
        <source>Everybody with a token who agrees to the terms; statistics and analysis are named there. Ads that have ended may not be shown to others, and contact persons are personal data.</source>
        <translation>Каждый, у кого есть токен и кто согласен с условиями; статистика и анализ в них названы. Объявления, срок которых вышел, нельзя показывать другим, а контактные лица — персональные данные.</translation>
    </message>
    <message>
        <source>Name NAV (arbeidsplassen.no) and link to the vacancy.</source>
        <translation>Указывайте NAV (arbeidsplassen.no) и давайте ссылку на вакансию.</translation>
    </message>
    <message>
        <source>Boards of companies (Greenhouse, Lever, Ashby, …)</source>
        <translation>Страницы вакансий компаний (Greenhouse, Lever, Ashby, …)</translation>
    </message>
    <message>
        <source>Boards of companies</source>
        <translation>Страницы компаний</translation>
    </message>
    <message>
        <source>Everybody, without an account: companies publish their vacancies there to be shown elsewhere, too. Greenhouse, Lever, Ashby, SmartRecruiters, Recruitee, Workable and Personio are asked, each only for the companies that you name.</source>
        <translation>Каждый, без учётной записи: компании публикуют там свои вакансии и для показа в других местах. Опрашиваются Greenhouse, Lever, Ashby, SmartRecruiters, Recruitee, Workable и Personio, каждый — только о компаниях, которые вы назвали.</translation>
    </message>
    <message>
        <source>One request a second to each service.</source>
        <translation>Один запрос в секунду к каждому сервису.</translation>
    </message>
    <message>
        <source>The ads are the companies&apos; own: link to the vacancy.</source>
        <translation>Объявления принадлежат самим компаниям: дайте ссылку на вакансию.</translation>
    </message>
    <message>
        <source>Labour offices of Czechia (mpsv.cz)</source>
        <translation>Службы занятости Чехии (mpsv.cz)</translation>
    </message>
    <message>
        <source>Czechia, mpsv.cz</source>
        <translation>Чехия, mpsv.cz</translation>
    </message>
    <message>
        <source>Everybody, for any use: the ministry declares that neither copyright nor the right of a database nor personal data stand in the way. Texts may name addresses and phones all the same.</source>
        <translation>Каждый, для любых целей: министерство заявляет, что ни авторское право, ни право на базу данных, ни персональные данные тому не мешают. В текстах всё же могут встретиться адреса и телефоны.</translation>
    </message>
    <message>
        <source>One file a day of some 190 MB, which is not sent again while it is unchanged.</source>
        <translation>Один файл в день, около 190 МБ; пока он не изменился, повторно он не передаётся.</translation>
    </message>
    <message>
        <source>Name the ministry (data.mpsv.cz).</source>
        <translation>Назовите министерство (data.mpsv.cz).</translation>
    </message>
    <message>
        <source>USAJOBS answers programs that show a key and the e-mail address for which it was asked.</source>
        <translation>USAJOBS отвечает программам, которые показывают ключ и адрес почты, на который он был запрошен.</translation>
    </message>
    <message>
        <source>Who can get one: everybody who asks for it at developer.usajobs.gov; it comes by e-mail. Type both, with a colon between them: you@example.org:KEY</source>
        <translation>Кто может получить: каждый, кто запросит его на developer.usajobs.gov; ключ приходит по почте. Введите и адрес, и ключ через двоеточие: you@example.org:KEY</translation>
    </message>
    <message>
        <source>USAJOBS (government of the United States)</source>
        <translation>USAJOBS (правительство США)</translation>
    </message>
    <message>
        <source>USAJOBS</source>
        <translation>USAJOBS</translation>
    </message>
    <message>
        <source>Everybody with a key of their own, which is not passed on. Ads of the government of the United States are in the public domain.</source>
        <translation>Каждый, у кого есть свой ключ; передавать его нельзя. Объявления правительства США — общественное достояние.</translation>
    </message>
    <message>
        <source>Name USAJOBS and link to the vacancy.</source>
        <translation>Назовите USAJOBS и дайте ссылку на вакансию.</translation>
    </message>
</context>
<context>
    <name>linnet::vacancies::Query</name>
    <message>
        <source>everything</source>
        <translation>все вакансии</translation>
    </message>
    <message>
        <source>in company names</source>
        <translation>в названиях компаний</translation>
    </message>
    <message>
        <source>in descriptions</source>
        <translation>в описаниях</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>без: %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>от %1</translation>
    </message>
    <message>
        <source>with a salary</source>
        <translation>с зарплатой</translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>за %n день</numerusform>
            <numerusform>за %n дня</numerusform>
            <numerusform>за %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>по %1</translation>
    </message>
    <message>
        <source>employer %1</source>
        <translation>работодатель %1</translation>
    </message>
    <message>
        <source>industry %1</source>
        <translation>отрасль %1</translation>
    </message>
</context>
<context>
    <name>linnet::vacancies::QueryLines</name>
    <message>
        <source>The text is longer than %1 characters.</source>
        <translation>Текст длиннее %1 символов.</translation>
    </message>
    <message>
        <source>It has control characters: this is no text.</source>
        <translation>В ней управляющие символы: это не текст.</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>Кавычка не закрыта.</translation>
    </message>
    <message>
        <source>There is no word in it.</source>
        <translation>В ней нет ни одного слова.</translation>
    </message>
    <message>
        <source>It has %1 cells, the first line has %2.</source>
        <translation>В ней ячеек: %1, а в первой строке: %2.</translation>
    </message>
    <message>
        <source>The text is missing.</source>
        <translation>Нет текста.</translation>
    </message>
    <message>
        <source>The region is missing.</source>
        <translation>Нет региона.</translation>
    </message>
    <message numerus="yes">
        <source>The list is longer than %n search(es).</source>
        <translation>
            <numerusform>Список длиннее %n поиска.</numerusform>
            <numerusform>Список длиннее %n поисков.</numerusform>
            <numerusform>Список длиннее %n поисков.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::vacancies::RegionWords</name>
    <message>
        <source>There are several regions called “%1”; their numbers are %2.</source>
        <translation>Регионов с названием «%1» несколько; их номера: %2.</translation>
    </message>
    <message>
        <source>No region is called “%1”.</source>
        <translation>Региона «%1» нет.</translation>
    </message>
    <message>
        <source>%1 has no such region: %2.</source>
        <translation>%1: нет такого региона: %2.</translation>
    </message>
</context>
<context>
    <name>linnet::vacancies::SourceCheck</name>
    <message>
        <source>No answer: the network is broken, or the server is. %1</source>
        <translation>Ответа нет: не работает сеть или сервер. %1</translation>
    </message>
    <message>
        <source>The network is fine; the source answers, but refuses. %1</source>
        <translation>Сеть в порядке; источник отвечает, но отказывает. %1</translation>
    </message>
    <message>
        <source>The source answers, but not in the shape that Linnet reads: it has been changed.</source>
        <translation>Источник отвечает, но не в том виде, который читает Linnet: он изменился.</translation>
    </message>
    <message numerus="yes">
        <source>The source answers as Linnet reads it: %n ad(s) on one page.</source>
        <translation>
            <numerusform>Источник отвечает так, как его читает Linnet: %n объявление на одной странице.</numerusform>
            <numerusform>Источник отвечает так, как его читает Linnet: %n объявления на одной странице.</numerusform>
            <numerusform>Источник отвечает так, как его читает Linnet: %n объявлений на одной странице.</numerusform>
        </translation>
    </message>
    <message>
        <source>The source answers; it has no ad for this question.</source>
        <translation>Источник отвечает; объявлений на этот вопрос у него нет.</translation>
    </message>
    <message numerus="yes">
        <source>%n of its ads cannot be read.</source>
        <translation>
            <numerusform>%n из его объявлений не удалось прочитать.</numerusform>
            <numerusform>%n из его объявлений не удалось прочитать.</numerusform>
            <numerusform>%n из его объявлений не удалось прочитать.</numerusform>
        </translation>
    </message>
    <message>
        <source>No ad has: %1.</source>
        <translation>Ни в одном объявлении нет: %1.</translation>
    </message>
    <message>
        <source>Not read by Linnet: %1.</source>
        <translation>Linnet не читает: %1.</translation>
    </message>
</context>
</TS>
