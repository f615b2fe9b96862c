<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>SearchForm</name>
    <message>
        <source>Position: data analyst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the search; leave it empty to take everything in the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salary from, a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The salary a month that should at least be offered; 0 = any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any salary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters that are needed less often, and how the sources are asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to &amp;exclude:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>senior, intern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by commas; a phrase stands in quotation marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Work format:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;mployment:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As hh.ru sorts its ads; other sources are searched by the words alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;urrency:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency of the salary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only ads that name a sa&amp;lary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How man&amp;y:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many vacancies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time per request:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long one request may take before it is tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dates:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day of publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day of publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Introduce as:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name that is sent as User-Agent with each request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of &amp;hh.ru:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for another server with the same interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address of Work in Russia:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of each ad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a source is asked; can be changed while a search runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the s&amp;tart:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pace of new searches:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Introduce as:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name that is sent as User-Agent with each request of new searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport as:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format that the export dialog offers first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access to hh.ru:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect hh.ru…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting is called that. Try a shorter word.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceTermsDialog</name>
    <message>
        <source>Terms of the source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>Connect hh.ru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hh.ru has refused anonymous searches since 2025. It answers programs that show an access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can get one: registered applications, mainly of employers. Register at dev.hh.ru; the review takes up to 15 working days and may end with a refusal. The token of the application is then shown there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a token the same search works on Work in Russia, which needs no account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dev.hh.ru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access &amp;token:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;est token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is kept in the keychain of this computer and sent to hh.ru only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove the token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::ErrorText</name>
    <message>
        <source>The address of the server could not be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of the address and the network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server may be switched off; try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was broken off by the other side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; a slower pace often helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer ended before it was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection could be made: the server&apos;s certificate is not trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the computer&apos;s date; in an office network ask whether traffic is inspected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server fell silent in the middle of its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later or allow more time per request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is larger than the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent more header lines than can be accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed answer would unpack to an unreasonable size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed answer could not be unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered with something other than the expected data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service may be under maintenance; try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address redirects in a circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address redirects too many times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server redirects from a secure to an insecure address; this was not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server redirects to an address that is no web address; this was not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks for a login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy could not pass the request on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy settings of the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No proxy can be used, and nothing is sent without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another proxy or &quot;no proxy&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before it was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program was closed before the answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source does not let this program search without a valid access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hh.ru gives tokens to registered applications, mainly of employers, at dev.hh.ru; the review takes up to 15 working days. The same search on &quot;Work in Russia&quot; needs no account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source wants to see a person: it asks for a captcha.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the address in a browser and solve it; the search then goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source did not accept a value of the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the value named in brackets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source does not accept the name by which this program introduces itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the User-Agent in the advanced options; addresses at example.com are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source shows no more than its limit of results for one search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow the search, for example by region or period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of the input cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no web address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web addresses begin with http:// or https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space; nothing that was shown is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project is open in another Linnet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a Linnet project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project was made by a newer version of Linnet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Linnet to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file could not be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::app</name>
    <message>
        <source>Collects job vacancies into tables and Excel files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a project; it is created when absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project to open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::cli</name>
    <message>
        <source>Usage: linnet-cli COMMAND [options]; --help with each</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more row(s); -o FILE writes them all</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::cli::ExportCommand</name>
    <message>
        <source>Write rows of a saved project to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run&apos;s number, last or all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only rows that pass this filter, for example: salary_from &gt;= 100000 and skills in (SQL).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::cli::OutputOptions</name>
    <message>
        <source>Write the rows to FILE: .csv, .tsv, .xlsx, .json or .jsonl; - is CSV on standard output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only these columns, in this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of CSV: standard, excel-ru or excel-en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a summary as JSON; - is standard output.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::cli::PracticeCommand</name>
    <message>
        <source>Run the practice server with invented data on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port on 127.0.0.1; 0 = any free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults to practise on, for example 429:7,slow:200.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::cli::RequestOptions</name>
    <message>
        <source>Keep the rows in this project file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds between two requests to one server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests under way at one server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests under way in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds that one attempt may take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further attempts after the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system: as the computer is set up; none: always directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How Linnet introduces itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write messages to FILE as well.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::cli::ResumeCommand</name>
    <message>
        <source>Go on with the last unfinished run of a project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with the hh.ru access token (or variable LINNET_HH_TOKEN).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system: as the computer is set up; none: always directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write messages to FILE as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no unfinished run in this project.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::cli::RunCommand</name>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 requests answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the server asked to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) failed; the first:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What was read is kept in %1; &quot;linnet-cli resume&quot; goes on with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::cli::VacanciesCommand</name>
    <message>
        <source>Search job vacancies and read the details of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look for; nothing = everything in the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to look: name, company, description or any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out vacancies with one of these words (comma between them).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hh or trudvsem; may be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source&apos;s number of a region; may be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source&apos;s number of a professional role; may be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least this much a month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency of the salary, such as RUR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only vacancies that name a salary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published in the last DAYS days, 1 to 30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published on this day or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published on this day or earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of 100 to read; 0 = all that can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what the listing says: quick, without descriptions and skills.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out vacancies whose details could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with the hh.ru access token (or variable LINNET_HH_TOKEN).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another root of the source&apos;s API.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::exports::CsvWriter</name>
    <message numerus="yes">
        <source>%n text(s) begin like a formula; an apostrophe before them keeps Excel from calculating. Excel workbooks and the standard form of CSV keep them as they are.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::exports::ExportJob</name>
    <message numerus="yes">
        <source>%n row(s) are no longer in the project and were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::exports::XlsxWriter</name>
    <message>
        <source>… (full text in the project)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this data</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) longer than the 32,767 characters of an Excel cell were cut; the project keeps them whole, and CSV and JSON can hold them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rows stand on %n sheet(s), because one sheet of Excel cannot hold them all.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n cell(s) characters that an Excel file cannot hold were left out or replaced.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::AboutDialog</name>
    <message>
        <source>About Linnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linnet %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collects job vacancies politely and turns them into tables and files that Excel opens correctly. Everything stays on this computer; nothing is reported to anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::Banner</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::CellMenu</name>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only rows without this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only rows with this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All but “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only rows with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only rows without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by %1, ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by %1, descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of arrival</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::Chip</name>
    <message>
        <source>%1
Click to remove this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChipBar</name>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all filters (Ctrl+Backspace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put all rows in their places now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln new row(s), sorted below</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · update</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::ChoicePopup</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing chosen: all are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order, widths and choice as they were before you changed them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::DetailPane</name>
    <message>
        <source>Open the ad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row in the table to read it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the page in your browser (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All fields of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::Duration</name>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>hours</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two parts of a span: 6 min 12 s</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file will look like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First lines of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All columns, hidden ones too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace line breaks by blanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some programs cannot read line breaks inside a cell, as descriptions have them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filtered rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a folder. Add a file name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the whole path of the file, or use Browse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) saved, %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. No file was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::FacetPanel</name>
    <message>
        <source>Filter by values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::FilterRow</name>
    <message>
        <source>a~b, &gt;, &lt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes, no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2026-11, a~b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contains…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 · &gt;5 · &gt;=5 · 5~10 for a range · = for empty cells · != for cells that are not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes · no · = for empty cells · != for cells that are not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word · !word for cells without it · =whole text · a~b for a range · /pattern/ · = for empty cells · != for cells that are not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::FormPresenter</name>
    <message>
        <source>experience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>employment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>salary in this currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark is not closed. Close it or take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the first or the last day, or another period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first day is after the last one. Exchange them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first day lies in the future; nothing was published then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hh.ru refuses addresses at example.com. Write your own address or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only Latin letters, digits and signs can be sent here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has none of these regions. Choose others or leave the source out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refuses searches without an access token. Work in Russia needs none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be asked for: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>regions</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>with descriptions and skills (up to %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list only (up to %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pause (own server only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 a second, quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 a second, polite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 a second, gentle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 a second, very gentle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one every 2 s, slowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one every %1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::HistogramView</name>
    <message>
        <source>%1M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2 to %3, median %4. Left and Right choose a range, Return filters by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2: %Ln row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>median %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the project as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Navigator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ext part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search, pause or continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Finish here (rows are kept)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try now instead of waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on with the unfinished search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try with &amp;invented data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect hh.ru…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Terms of the sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Linnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::MainWindow</name>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search cannot begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start practising?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice server cannot be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project for practising cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 - Linnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Linnet?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::NavigatorPanel</name>
    <message>
        <source>Navigator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProblemsPage</name>
    <message>
        <source>Problems by cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was asked so far was answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the address in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::ProjectActions</name>
    <message>
        <source>Linnet projects (*.%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another project?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project can be saved under another name when the search has ended. Nothing is lost meanwhile: every row is stored as it comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project cannot be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the project?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project could not be closed cleanly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search is under way. Its rows are kept, and it can go on later where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::ResultsPane</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which columns are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what the rows are made of, to filter by it (Ctrl+Shift+V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write these rows to a file (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row passes the filter.
Take away one of the conditions above the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rows are on their way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found.
Try fewer words, another place or a longer period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, median %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the width to what is on view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) saved to %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::ResultsView</name>
    <message>
        <source>No results yet.
Start a search, or choose an earlier one on the left.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::RowCopier</name>
    <message>
        <source>Nothing is selected, so nothing was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are too many to copy. Export them to a file instead.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was copied. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cell copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::RowHeader</name>
    <message>
        <source>Column titles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::RowTableView</name>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::RunControls</name>
    <message>
        <source>Finish here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the search; the rows so far are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts the search (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on where it was paused (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks nothing more until you continue (F5)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::RunPresenter</name>
    <message>
        <source>asking for the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>details read: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · about %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused. Nothing is asked until you continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asked to wait. Going on in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The server asked to wait %n s. Linnet goes on by itself.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The source wants to see a person. Open the page, do what it asks, and the search goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The search waits and tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources have %1, of which %2 can be reached by one search; a region or a shorter period narrows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln ad(s) left out that the source matched too loosely.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) failed, see Problems.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped, because the captcha was not passed: %1 kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished here as you wished: %1 kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found. Fewer words, a larger region or a longer period find more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished in %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln vacancy(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped by a captcha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: no access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::SearchForm</name>
    <message>
        <source>any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>everything that can be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the company&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any experience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <comment>work format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <comment>employment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <comment>role</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the source&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More filters (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from </source>
        <comment>before an amount of money</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::SettingsDialog</name>
    <message>
        <source>as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the last project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change or remove the token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect hh.ru…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::SourceTermsDialog</name>
    <message>
        <source>Terms of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As we read them on %1. What you do with the data is your responsibility.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read it, search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::StartPage</name>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to collect?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer. Linnet asks politely: one request per site every 0.2 s unless you change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vacancies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job ads from Work in Russia, which needs no account, or from hh.ru with your own access token: as a table to filter, and as a file that Excel opens correctly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First time here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try with invented data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no account, no internet, harms nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect hh.ru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives access mainly to employers; who can get it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a .linnet file from you or a colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved, from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 recovered · Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n search(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. A search begins a project by itself; save it to find it here again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::StatusStrip</name>
    <message>
        <source>%1 shown</source>
        <comment>rows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shown of %2</source>
        <comment>rows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::gui::TokenDialog</name>
    <message>
        <source>Page where applications are registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token was removed from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is good. It belongs to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keychain that can be used (%1). The token works until Linnet is closed; paste it again next time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::gui::VacanciesPage</name>
    <message>
        <source>Nothing searched yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a position, choose regions if you like, and press Search. The rows appear here while they come; they can be filtered, sorted and exported at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This search was interrupted: %1 are here, the rest was not asked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice: the vacancies are invented and come from this computer; nothing goes to the internet. Press Search and watch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect hh.ru…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search on Work in Russia instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::models</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matches /%1/</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbook (.xlsx): numbers stay numbers, texts stay texts, with a sheet about the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV for Excel, Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens with a double click where Excel is set to Russian: semicolons, decimal comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV for Excel, English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens with a double click where Excel is set to English: commas, decimal point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RFC 4180, UTF-8, values exactly as stored: pandas, R, databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab-separated text, values exactly as stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One array of objects, one object per row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One object per line, for streams and large files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::models::AmountSpread</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 of %L2 known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::models::FacetModel</name>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::models::FieldModel</name>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::models::FilterState</name>
    <message>
        <source>This is not an amount, so it filters nothing. Examples: 50000, &gt;50000, 50000~90000, = for empty cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is neither yes nor no, so it filters nothing. Use = for empty cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be read, so it filters nothing (%1). Examples: word, !word, =exact text, /pattern/.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::models::NavigatorModel</name>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vacancies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time of a run and its rows</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::models::ProblemsModel</name>
    <message>
        <source>%1 (%L2)</source>
        <comment>a cause and how often</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::models::SelectionSummary</name>
    <message numerus="yes">
        <source>%Ln row(s) selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln known): mean %2, median %3, sum %4</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linnet::practice::Pages</name>
    <message>
        <source>Practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything here is invented: vacancies, employers and addresses. Search it as you would search a real service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such vacancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invented advertisement for practice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vacancy is invented, so nobody reads applications to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the advertisement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invented employer for practice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such employer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you. A real service would have shown a picture here; on this practice server the visit is enough. Requests are answered again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captcha passed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::table</name>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ad is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hh.ru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work in Russia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vacancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to answer the ad; the ad&apos;s own page when there is no other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of publication as the source gives it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The employer asks for a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salary from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As published, in the ad&apos;s own currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salary to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key skills in the order of the ad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of the ad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes: the salary is before tax; no: in hand; empty: not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salary for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period the salary is for: month, shift, hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employer&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether description and skills were read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source&apos;s number of the ad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When Linnet read the row, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search that found it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::vacancies</name>
    <message>
        <source>HeadHunter (hh.ru)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered applications with a token of their own; hh.ru gives tokens mainly to employers, after a review of up to 15 working days. Meant for searches by profession, not for copying the whole base.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No published limit; a few requests a second. After a refusal or a captcha stop and wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name hh.ru and link to the vacancy. Its name and logo may not be used as one&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work in Russia (trudvsem.ru)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody, without an account: open data of the state, free to use. Contact persons in the ads are personal data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No published limit; answers take about five seconds. Two to four requests at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the source: data of the portal &quot;Work in Russia&quot; (trudvsem.ru), with a link.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>linnet::vacancies::Query</name>
    <message>
        <source>everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in company names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in descriptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a salary</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
