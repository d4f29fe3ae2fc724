Wzory ankiet gotowe do użycia, po polsku i po angielsku. Każdy folder to jeden XLSForm w trzech plikach
CSV (survey, choices, settings; przecinek, UTF-8): gromada import questionnaire FOLDER.

               dla kogo                                       pytań  do wpisania  stron  minut
residents      mieszkańcy, którzy ukończyli 18 lat               37           91      7     13
ngo            organizacje pozarządowe, jedna ankieta każda      43           73      6     12
entrepreneurs  przedsiębiorcy                                    42           89      7     13
employees      pracownicy urzędu                                 24           59      5      8
youth          młodzież od 13 do 19 lat                          40           68      5     11

„Do wpisania” liczy każdy wiersz tabeli i każdą odpowiedź słowną; minuty to szacunek dla osoby, która
wypełnia ankietę (wiersz tabeli 6 s, inne pytanie 11 s, odpowiedź słowna 20 s, kolejność 30 s).

Kody. Lista do dziewięciu odpowiedzi ma jedną cyfrę, dłuższa dwie. Na skalach 5 to odpowiedź najlepsza
lub najsilniejsza, więc średniej nie trzeba przeliczać. 9 (99) to „trudno powiedzieć”, 8 (98) „nie
dotyczy” lub „żadne”, 7 (97) „inne” lub „wolę nie podawać”, o ile lista je ma.

To samo pytanie ma we wszystkich wzorach tę samą nazwę, a lista o tej samej nazwie te same odpowiedzi:
office_*, safety_*, place_*, info_sources, gov_*, resp_sex, resp_locality. Dla młodzieży inna jest tylko
forma zwracania się. Zmieniając kopię, proszę nie zmieniać nazw: dzięki nim odpowiedzi z innego roku
i z innej jednostki dają się porównać. Pytanie o zmienionym sensie powinno dostać nową nazwę, a jego
komórka identity (gdzie pytanie zadano po raz pierwszy) ma być pusta.

Przed użyciem
* Uzupełnić administratora danych, termin i miejsce zwrotu (linie z kropek w informacji wstępnej).
* Zmieniać kopię. Usunąć usługi, za które jednostka nie odpowiada (wiersze importance_X i quality_X oraz
  odpowiedź z listy „services”); lepiej usunąć całe pytanie niż je przerabiać.
* Zdania „tylko wtedy, gdy w pytaniu 5 zaznaczono…” i niektóre komunikaty podają numer z papieru:
  po zmianie numeracji trzeba je przejrzeć.
* „Inne – jakie?” to odpowiedź i osobne pytanie słowne, nie or_other: odpowiedź zachowuje kod, a tekstu
  nie trzeba wprowadzać kontrolnie.
* resp_area (residents) pyta o sołectwo lub osiedle słowami. Jeśli jest ich do ośmiu, lepsza jest lista.
* employees: nic nie wskazuje osoby; prosimy nie dodawać wydziału, stanowiska, wieku ani płci. Informacja
  wstępna obiecuje, że grup poniżej 10 osób nie pokazujemy, że ankiet nie widzą przełożeni i że wyniki
  poznają wszyscy.
* youth: potrzebna zgoda dyrekcji szkół i wcześniejsza informacja dla rodziców, którzy mogą się sprzeciwić.
  Koperty albo urna; ostatnie pytania części E są osobiste i można je usunąć.
* ngo: jedyny wzór z nazwą (ngo_name, ngo_krs), którą można zostawić pustą; oceny są poufne.
