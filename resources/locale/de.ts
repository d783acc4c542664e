<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>Commands</name>
    <message>
      <source>New library…</source>
      <translation>Neue Bibliothek…</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>Öffnen…</translation>
    </message>
    <message>
      <source>Open the sample library</source>
      <translation>Beispielbibliothek öffnen</translation>
    </message>
    <message>
      <source>Close the library</source>
      <translation>Bibliothek schließen</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importieren</translation>
    </message>
    <message>
      <source>Import a table…</source>
      <translation>Tabelle importieren…</translation>
    </message>
    <message>
      <source>Import a folder…</source>
      <translation>Ordner importieren…</translation>
    </message>
    <message>
      <source>Watch a folder…</source>
      <translation>Ordner beobachten…</translation>
    </message>
    <message>
      <source>Paste as an article</source>
      <translation>Als Artikel einfügen</translation>
    </message>
    <message>
      <source>Tag what is not tagged yet</source>
      <translation>Noch nicht ausgewertete Artikel auswerten</translation>
    </message>
    <message>
      <source>Pipelines…</source>
      <translation>Pipelines…</translation>
    </message>
    <message>
      <source>Registers…</source>
      <translation>Register…</translation>
    </message>
    <message>
      <source>Report…</source>
      <translation>Bericht…</translation>
    </message>
    <message>
      <source>Export articles…</source>
      <translation>Artikel exportieren…</translation>
    </message>
    <message>
      <source>Export mentions…</source>
      <translation>Erwähnungen exportieren…</translation>
    </message>
    <message>
      <source>Export decisions…</source>
      <translation>Entscheidungen exportieren…</translation>
    </message>
    <message>
      <source>Merge decisions…</source>
      <translation>Entscheidungen zusammenführen…</translation>
    </message>
    <message>
      <source>Undo the last decision</source>
      <translation>Letzte Entscheidung rückgängig machen</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>Clean the actors</source>
      <translation>Akteure bereinigen</translation>
    </message>
    <message>
      <source>New article…</source>
      <translation>Neuer Artikel…</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>Bearbeiten…</translation>
    </message>
    <message>
      <source>Erase for good…</source>
      <translation>Endgültig löschen…</translation>
    </message>
    <message>
      <source>Set dates…</source>
      <translation>Datum festlegen…</translation>
    </message>
    <message>
      <source>Star</source>
      <translation>Stern</translation>
    </message>
    <message>
      <source>Read or unread</source>
      <translation>Gelesen oder ungelesen</translation>
    </message>
    <message>
      <source>Relevant</source>
      <translation>Relevant</translation>
    </message>
    <message>
      <source>Not relevant</source>
      <translation>Nicht relevant</translation>
    </message>
    <message>
      <source>Tone: negative</source>
      <translation>Ton: negativ</translation>
    </message>
    <message>
      <source>Tone: neutral</source>
      <translation>Ton: neutral</translation>
    </message>
    <message>
      <source>Tone: positive</source>
      <translation>Ton: positiv</translation>
    </message>
    <message>
      <source>Tone: mixed</source>
      <translation>Ton: gemischt</translation>
    </message>
    <message>
      <source>Labels…</source>
      <translation>Schlagwörter…</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>Notiz…</translation>
    </message>
    <message>
      <source>Pin an event…</source>
      <translation>Ereignis anheften…</translation>
    </message>
    <message>
      <source>Copy the citation</source>
      <translation>Quellenangabe kopieren</translation>
    </message>
    <message>
      <source>Find in this article</source>
      <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
      <source>Search the library</source>
      <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
      <source>Save this search…</source>
      <translation>Diese Suche speichern…</translation>
    </message>
    <message>
      <source>Saved searches…</source>
      <translation>Gespeicherte Suchen…</translation>
    </message>
    <message>
      <source>Forget the last searches</source>
      <translation>Letzte Suchen vergessen</translation>
    </message>
    <message>
      <source>Import a watchlist…</source>
      <translation>Beobachtungsliste importieren…</translation>
    </message>
    <message>
      <source>Commands…</source>
      <translation>Befehle…</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>Vor</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Alles aufheben</translation>
    </message>
    <message>
      <source>Only undated articles</source>
      <translation>Nur undatierte Artikel</translation>
    </message>
    <message>
      <source>Only doubtful dates</source>
      <translation>Nur zweifelhafte Daten</translation>
    </message>
    <message>
      <source>Next article</source>
      <translation>Nächster Artikel</translation>
    </message>
    <message>
      <source>Previous article</source>
      <translation>Voriger Artikel</translation>
    </message>
    <message>
      <source>Keep in a tab</source>
      <translation>In eigenem Tab behalten</translation>
    </message>
    <message>
      <source>Close the tab</source>
      <translation>Tab schließen</translation>
    </message>
    <message>
      <source>Next tab</source>
      <translation>Nächster Tab</translation>
    </message>
    <message>
      <source>Previous tab</source>
      <translation>Voriger Tab</translation>
    </message>
    <message>
      <source>Side by side</source>
      <translation>Nebeneinander</translation>
    </message>
    <message>
      <source>Put the tab on the other side</source>
      <translation>Tab auf die andere Seite legen</translation>
    </message>
    <message>
      <source>Next mention</source>
      <translation>Nächste Erwähnung</translation>
    </message>
    <message>
      <source>Previous mention</source>
      <translation>Vorige Erwähnung</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>Nächster Bereich</translation>
    </message>
    <message>
      <source>Only this pane</source>
      <translation>Nur diesen Bereich</translation>
    </message>
    <message>
      <source>Previous pane</source>
      <translation>Voriger Bereich</translation>
    </message>
    <message>
      <source>Say who this is…</source>
      <translation>Sagen, wer gemeint ist…</translation>
    </message>
    <message>
      <source>Say who is always so called…</source>
      <translation>Sagen, wer immer so heißt…</translation>
    </message>
    <message>
      <source>Merge the picked actors…</source>
      <translation>Gewählte Akteure zusammenführen…</translation>
    </message>
    <message>
      <source>Only articles naming them</source>
      <translation>Nur Artikel, die sie nennen</translation>
    </message>
    <message>
      <source>Larger letters</source>
      <translation>Größere Schrift</translation>
    </message>
    <message>
      <source>Smaller letters</source>
      <translation>Kleinere Schrift</translation>
    </message>
    <message>
      <source>Letters of normal size</source>
      <translation>Schrift in normaler Größe</translation>
    </message>
    <message>
      <source>Fold copies of a story</source>
      <translation>Kopien einer Meldung zusammenfassen</translation>
    </message>
    <message>
      <source>Count articles</source>
      <translation>Artikel zählen</translation>
    </message>
    <message>
      <source>Count stories</source>
      <translation>Meldungen zählen</translation>
    </message>
    <message>
      <source>Count outlets</source>
      <translation>Medien zählen</translation>
    </message>
    <message>
      <source>Show the concordance</source>
      <translation>Konkordanz zeigen</translation>
    </message>
    <message>
      <source>Show an actor's names</source>
      <translation>Namen eines Akteurs zeigen</translation>
    </message>
    <message>
      <source>Show who is named with whom</source>
      <translation>Zeigen, wer mit wem genannt wird</translation>
    </message>
    <message>
      <source>Show the activity</source>
      <translation>Aktivität zeigen</translation>
    </message>
    <message>
      <source>Save the layout…</source>
      <translation>Anordnung speichern…</translation>
    </message>
    <message>
      <source>Saved layouts…</source>
      <translation>Gespeicherte Anordnungen…</translation>
    </message>
    <message>
      <source>New window</source>
      <translation>Neues Fenster</translation>
    </message>
    <message>
      <source>Move the pane to the other window</source>
      <translation>Bereich in das andere Fenster legen</translation>
    </message>
    <message>
      <source>Let panes be moved</source>
      <translation>Verschieben der Bereiche erlauben</translation>
    </message>
    <message>
      <source>Lock the panes</source>
      <translation>Bereiche feststellen</translation>
    </message>
    <message>
      <source>Put the panes back</source>
      <translation>Bereiche zurücksetzen</translation>
    </message>
    <message>
      <source>Describe the timeline</source>
      <translation>Zeitverlauf beschreiben</translation>
    </message>
    <message>
      <source>Preferences…</source>
      <translation>Einstellungen…</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Keys…</source>
      <translation>Tasten…</translation>
    </message>
    <message>
      <source>About Media Workstation</source>
      <translation>Über Media Workstation</translation>
    </message>
    <message>
      <source>New library.mwlib</source>
      <translation>Neue Bibliothek.mwlib</translation>
    </message>
    <message>
      <source>New library</source>
      <translation>Neue Bibliothek</translation>
    </message>
    <message>
      <source>Libraries (*.mwlib)</source>
      <translation>Bibliotheken (*.mwlib)</translation>
    </message>
    <message>
      <source>Open a library (a folder whose name ends in .mwlib)</source>
      <translation>Bibliothek öffnen (ein Ordner, dessen Name auf .mwlib endet)</translation>
    </message>
    <message>
      <source>Import files</source>
      <translation>Dateien importieren</translation>
    </message>
    <message>
      <source>Import a folder</source>
      <translation>Ordner importieren</translation>
    </message>
    <message>
      <source>Search: {name}</source>
      <translation>Suche: {name}</translation>
    </message>
    <message>
      <source>Search for something first; then it can be saved.</source>
      <translation>Suchen Sie erst etwas; dann lässt es sich speichern.</translation>
    </message>
    <message>
      <source>Watchlists (*.csv *.tsv *.txt);;All files (*)</source>
      <translation>Beobachtungslisten (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Import a watchlist</source>
      <translation>Beobachtungsliste importieren</translation>
    </message>
  </context>
  <context>
    <name>Annex</name>
    <message>
      <source>More panes</source>
      <translation>Weitere Bereiche</translation>
    </message>
  </context>
  <context>
    <name>Arranging</name>
    <message>
      <source>Layouts</source>
      <translation>Anordnungen</translation>
    </message>
    <message>
      <source>Panes</source>
      <translation>Bereiche</translation>
    </message>
    <message>
      <source>Layout: {name}</source>
      <translation>Anordnung: {name}</translation>
    </message>
    <message>
      <source>{pane}: back to the main window</source>
      <translation>{pane}: zurück in das Hauptfenster</translation>
    </message>
    <message>
      <source>{pane}: to the other window</source>
      <translation>{pane}: in das andere Fenster</translation>
    </message>
    <message>
      <source>Show: {pane}</source>
      <translation>Zeigen: {pane}</translation>
    </message>
    <message>
      <source>Standard</source>
      <translation>Standard</translation>
    </message>
    <message>
      <source>Reading</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <source>Analysis</source>
      <translation>Analyse</translation>
    </message>
    <message>
      <source>Cleaning</source>
      <translation>Bereinigung</translation>
    </message>
    <message>
      <source>The layout is saved as {name}.</source>
      <translation>Die Anordnung wurde als {name} gespeichert.</translation>
    </message>
    <message>
      <source>The layout {name} could not be saved: delete another, or make room.</source>
      <translation>Die Anordnung {name} konnte nicht gespeichert werden: Löschen Sie eine andere oder schaffen Sie Platz.</translation>
    </message>
    <message>
      <source>Deleted the layout {name}.</source>
      <translation>Die Anordnung {name} wurde gelöscht.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Go to the pane first that is to move; the reader stays.</source>
      <translation>Gehen Sie erst in den Bereich, der umziehen soll; der Lesebereich bleibt.</translation>
    </message>
  </context>
  <context>
    <name>Arrivals</name>
    <message>
      <source>1 article imported.</source>
      <translation>1 Artikel importiert.</translation>
    </message>
    <message>
      <source>{n} articles imported.</source>
      <translation>{n} Artikel importiert.</translation>
    </message>
    <message>
      <source>1 file was in the library already.</source>
      <translation>1 Datei war schon in der Bibliothek.</translation>
    </message>
    <message>
      <source>{n} files were in the library already.</source>
      <translation>{n} Dateien waren schon in der Bibliothek.</translation>
    </message>
    <message>
      <source>1 file could not be read in full.</source>
      <translation>1 Datei konnte nicht vollständig gelesen werden.</translation>
    </message>
    <message>
      <source>{n} files could not be read in full.</source>
      <translation>{n} Dateien konnten nicht vollständig gelesen werden.</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>The import was stopped before this file was read. Read it again.</source>
      <translation>Der Import wurde angehalten, bevor diese Datei gelesen war. Lesen Sie sie noch einmal ein.</translation>
    </message>
    <message>
      <source>Stopped. 1 file was not read.</source>
      <translation>Angehalten. 1 Datei wurde nicht gelesen.</translation>
    </message>
    <message>
      <source>Stopped. {n} files were not read.</source>
      <translation>Angehalten. {n} Dateien wurden nicht gelesen.</translation>
    </message>
  </context>
  <context>
    <name>Counting</name>
    <message>
      <source>What is counted</source>
      <translation>Was gezählt wird</translation>
    </message>
    <message>
      <source>Count {unit} everywhere</source>
      <translation>Überall {unit} zählen</translation>
    </message>
    <message>
      <source>{n} of {all} articles</source>
      <translation>{n} von {all} Artikeln</translation>
    </message>
    <message>
      <source>Each article counts by itself.</source>
      <translation>Jeder Artikel zählt für sich.</translation>
    </message>
    <message>
      <source>Copies of one text count as one story.</source>
      <translation>Kopien eines Textes zählen als eine Meldung.</translation>
    </message>
    <message>
      <source>All articles of an outlet count as one.</source>
      <translation>Alle Artikel eines Mediums zählen als einer.</translation>
    </message>
  </context>
  <context>
    <name>Crash</name>
    <message>
      <source>Something went wrong</source>
      <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
      <source>The program made a mistake. Your library is safe.</source>
      <translation>Dem Programm ist ein Fehler unterlaufen. Ihre Bibliothek ist unversehrt.</translation>
    </message>
    <message>
      <source>You can go on. What happened is written in a file, and goes nowhere else.</source>
      <translation>Sie können weiterarbeiten. Was geschehen ist, steht in einer Datei und geht nirgendwohin sonst.</translation>
    </message>
    <message>
      <source>Show the file</source>
      <translation>Datei zeigen</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
  </context>
  <context>
    <name>Deciding</name>
    <message>
      <source>Set the dates of {n} articles.</source>
      <translation>Das Datum von {n} Artikeln wurde festgelegt.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Put back</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Zurücknehmen</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
  </context>
  <context>
    <name>AboutDialog</name>
    <message>
      <source>About Media Workstation</source>
      <translation>Über Media Workstation</translation>
    </message>
    <message>
      <source>Articles in; actors, and how often they are named, out. Everything stays on this computer.</source>
      <translation>Artikel hinein; Akteure, und wie oft sie genannt werden, heraus. Alles bleibt auf diesem Computer.</translation>
    </message>
    <message>
      <source>Looking at this machine…</source>
      <translation>Dieser Computer wird angesehen…</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>fehlt</translation>
    </message>
    <message>
      <source>note</source>
      <translation>Hinweis</translation>
    </message>
    <message>
      <source>This machine could not be looked at.</source>
      <translation>Dieser Computer konnte nicht angesehen werden.</translation>
    </message>
  </context>
  <context>
    <name>ActorField</name>
    <message>
      <source>Part of a name</source>
      <translation>Teil eines Namens</translation>
    </message>
    <message>
      <source>Actors that fit</source>
      <translation>Passende Akteure</translation>
    </message>
    <message>
      <source>New actor “{name}”</source>
      <translation>Neuer Akteur „{name}“</translation>
    </message>
  </context>
  <context>
    <name>AnotherNameDialog</name>
    <message>
      <source>Another name</source>
      <translation>Weiterer Name</translation>
    </message>
    <message>
      <source>The name, as texts spell it</source>
      <translation>Der Name, wie er in Texten steht</translation>
    </message>
    <message>
      <source>only near: words with commas between</source>
      <translation>nur in der Nähe von: Wörter, durch Kommas getrennt</translation>
    </message>
    <message>
      <source>Reason, if you like</source>
      <translation>Begründung, wenn Sie möchten</translation>
    </message>
    <message>
      <source>Add the name</source>
      <translation>Namen hinzufügen</translation>
    </message>
    <message>
      <source>What else is {name} called?</source>
      <translation>Wie heißt {name} noch?</translation>
    </message>
    <message>
      <source>Found at {reach}, and in articles to come. It can be undone.</source>
      <translation>Gefunden: {reach}; gilt auch für künftige Artikel. Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <source>Found nowhere yet; it holds for articles to come. It can be undone.</source>
      <translation>Noch nirgends gefunden; gilt für künftige Artikel. Es lässt sich rückgängig machen.</translation>
    </message>
  </context>
  <context>
    <name>ArticleFields</name>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>Outlet</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>Author</source>
      <translation>Autor</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
  </context>
  <context>
    <name>ColumnFields</name>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>Zusammenfassung</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>07/08/2024 is</source>
      <translation>07/08/2024 ist</translation>
    </message>
    <message>
      <source>Outlet</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>Author</source>
      <translation>Autor</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Identifier</source>
      <translation>Kennung</translation>
    </message>
    <message>
      <source>as other days of the column tell</source>
      <translation>wie andere Tage der Spalte zeigen</translation>
    </message>
    <message>
      <source>7 August</source>
      <translation>7. August</translation>
    </message>
    <message>
      <source>8 July</source>
      <translation>8. Juli</translation>
    </message>
    <message>
      <source>The first row is an article: there are no labels</source>
      <translation>Die erste Zeile ist ein Artikel: Es gibt keine Überschriften</translation>
    </message>
    <message>
      <source>no column</source>
      <translation>keine Spalte</translation>
    </message>
    <message>
      <source>{column} – {example}</source>
      <translation>{column} – {example}</translation>
    </message>
  </context>
  <context>
    <name>ColumnPreview</name>
    <message>
      <source>The first rows as articles</source>
      <translation>Die ersten Zeilen als Artikel</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>Outlet</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>Author</source>
      <translation>Autor</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>This row has neither a title nor a text, and is left out.</source>
      <translation>Diese Zeile hat weder Titel noch Text und wird ausgelassen.</translation>
    </message>
    <message>
      <source>undated</source>
      <translation>undatiert</translation>
    </message>
  </context>
  <context>
    <name>Columns</name>
    <message>
      <source>Each row of {name} becomes an article.</source>
      <translation>Jede Zeile von {name} wird ein Artikel.</translation>
    </message>
    <message>
      <source>Each row of {name}, and of the others with these columns, becomes an article.</source>
      <translation>Jede Zeile von {name} und den anderen Tabellen mit diesen Spalten wird ein Artikel.</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importieren</translation>
    </message>
    <message>
      <source>Import {n} tables</source>
      <translation>{n} Tabellen importieren</translation>
    </message>
    <message>
      <source>{name} is read again from the original that the library kept. Articles whose words change get another version; the ones before are kept.</source>
      <translation>{name} wird aus dem Original, das die Bibliothek aufbewahrt hat, noch einmal gelesen. Artikel, deren Wortlaut sich ändert, erhalten eine weitere Fassung; die früheren bleiben erhalten.</translation>
    </message>
    <message>
      <source>Read again</source>
      <translation>Noch einmal lesen</translation>
    </message>
  </context>
  <context>
    <name>ColumnsDialog</name>
    <message>
      <source>Columns of a table</source>
      <translation>Spalten einer Tabelle</translation>
    </message>
    <message>
      <source>Looking at the table…</source>
      <translation>Die Tabelle wird angesehen…</translation>
    </message>
    <message>
      <source>Saved mapping</source>
      <translation>Gespeicherte Zuordnung</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Forgets this saved mapping</source>
      <translation>Vergisst diese gespeicherte Zuordnung</translation>
    </message>
    <message>
      <source>Save as</source>
      <translation>Speichern als</translation>
    </message>
    <message>
      <source>A name, to have it chosen by itself when the same columns come again</source>
      <translation>Ein Name; damit wird sie von selbst gewählt, wenn dieselben Spalten wiederkommen</translation>
    </message>
    <message>
      <source>Choose the column that holds the title, the text, or both.</source>
      <translation>Wählen Sie die Spalte, die den Titel, den Text oder beides enthält.</translation>
    </message>
    <message>
      <source>The columns were guessed:</source>
      <translation>Die Spalten wurden vermutet:</translation>
    </message>
    <message>
      <source>The first rows, as articles:</source>
      <translation>Die ersten Zeilen als Artikel:</translation>
    </message>
    <message>
      <source>none: as guessed, or as chosen below</source>
      <translation>keine: wie vermutet oder unten gewählt</translation>
    </message>
  </context>
  <context>
    <name>CommandPalette</name>
    <message>
      <source>Commands</source>
      <translation>Befehle</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <source>Commands that fit</source>
      <translation>Passende Befehle</translation>
    </message>
  </context>
  <context>
    <name>DatePreview</name>
    <message>
      <source>What becomes of the dates</source>
      <translation>Was aus den Daten wird</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>Jetzt</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>undated</source>
      <translation>undatiert</translation>
    </message>
  </context>
  <context>
    <name>DatesDialog</name>
    <message>
      <source>Set dates</source>
      <translation>Datum festlegen</translation>
    </message>
    <message>
      <source>This date</source>
      <translation>Dieses Datum</translation>
    </message>
    <message>
      <source>As the file's name tells</source>
      <translation>Wie der Dateiname sagt</translation>
    </message>
    <message>
      <source>As the text tells</source>
      <translation>Wie der Text sagt</translation>
    </message>
    <message>
      <source>2024-12-14, or 2024-12-14T16:20+01:00</source>
      <translation>2024-12-14 oder 2024-12-14T16:20+01:00</translation>
    </message>
    <message>
      <source>any date, or a pattern such as %d%m%y</source>
      <translation>ein beliebiges Datum oder ein Muster wie %d%m%y</translation>
    </message>
    <message>
      <source>Stand: %d.%m.%Y</source>
      <translation>Stand: %d.%m.%Y</translation>
    </message>
    <message>
      <source>Also articles whose date is sure</source>
      <translation>Auch Artikel, deren Datum sicher ist</translation>
    </message>
    <message>
      <source>Dates are sure that are not marked as doubtful.</source>
      <translation>Sicher ist ein Datum, das nicht als zweifelhaft gekennzeichnet ist.</translation>
    </message>
    <message>
      <source>Reason, if you like</source>
      <translation>Begründung, wenn Sie möchten</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Begründung</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>The chosen article</source>
      <translation>Der gewählte Artikel</translation>
    </message>
    <message>
      <source>The {n} chosen articles</source>
      <translation>Die {n} gewählten Artikel</translation>
    </message>
    <message>
      <source>The one article of the selection</source>
      <translation>Der eine Artikel der Auswahl</translation>
    </message>
    <message>
      <source>All {n} articles of the selection</source>
      <translation>Alle {n} Artikel der Auswahl</translation>
    </message>
    <message>
      <source>That is no date.</source>
      <translation>Das ist kein Datum.</translation>
    </message>
    <message>
      <source>Give one like 2024-12-14.</source>
      <translation>Geben Sie eines wie 2024-12-14 an.</translation>
    </message>
    <message>
      <source>1 article gets a date</source>
      <translation>1 Artikel erhält ein Datum</translation>
    </message>
    <message>
      <source>{n} articles get dates</source>
      <translation>{n} Artikel erhalten ein Datum</translation>
    </message>
    <message>
      <source>1 stays as it is</source>
      <translation>1 bleibt, wie er ist</translation>
    </message>
    <message>
      <source>{n} stay as they are</source>
      <translation>{n} bleiben, wie sie sind</translation>
    </message>
    <message>
      <source>{told}, {stay}</source>
      <translation>{told}, {stay}</translation>
    </message>
    <message>
      <source> ({n} of them undated)</source>
      <translation> ({n} davon undatiert)</translation>
    </message>
    <message>
      <source>No more than {n} can be set at once: narrow the selection.</source>
      <translation>Höchstens {n} lassen sich auf einmal festlegen: Grenzen Sie die Auswahl ein.</translation>
    </message>
    <message>
      <source>Set date</source>
      <translation>Datum festlegen</translation>
    </message>
    <message>
      <source>Set {n} dates</source>
      <translation>{n} Daten festlegen</translation>
    </message>
  </context>
  <context>
    <name>DecideDialog</name>
    <message>
      <source>New name</source>
      <translation>Neuer Name</translation>
    </message>
    <message>
      <source>Reason, if you like</source>
      <translation>Begründung, wenn Sie möchten</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Begründung</translation>
    </message>
    <message>
      <source>Merge {name} into which actor?</source>
      <translation>Mit welchem Akteur soll {name} zusammengeführt werden?</translation>
    </message>
    <message>
      <source>What shall {name} be called?</source>
      <translation>Wie soll {name} heißen?</translation>
    </message>
    <message>
      <source>Which actor does “{words}” mean?</source>
      <translation>Welcher Akteur ist mit „{words}“ gemeint?</translation>
    </message>
    <message>
      <source>Changes {reach}. It can be undone.</source>
      <translation>Ändert {reach}. Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>Add alias</source>
      <translation>Alias hinzufügen</translation>
    </message>
    <message>
      <source>Not the same</source>
      <translation>Nicht dasselbe</translation>
    </message>
    <message>
      <source>Decide</source>
      <translation>Entscheiden</translation>
    </message>
  </context>
  <context>
    <name>EditDialog</name>
    <message>
      <source>Edit the article</source>
      <translation>Artikel bearbeiten</translation>
    </message>
    <message>
      <source>Edit articles</source>
      <translation>Artikel bearbeiten</translation>
    </message>
    <message>
      <source>1 article</source>
      <translation>1 Artikel</translation>
    </message>
    <message>
      <source>{n} articles: what you leave empty stays</source>
      <translation>{n} Artikel: Was Sie leer lassen, bleibt</translation>
    </message>
    <message>
      <source>as it is</source>
      <translation>wie es ist</translation>
    </message>
    <message>
      <source>Reason, if you like</source>
      <translation>Begründung, wenn Sie möchten</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Begründung</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
  </context>
  <context>
    <name>EraseDialog</name>
    <message>
      <source>Erase for good</source>
      <translation>Endgültig löschen</translation>
    </message>
    <message>
      <source>Looking what goes with them…</source>
      <translation>Es wird nachgesehen, was damit verschwindet…</translation>
    </message>
    <message>
      <source>This cannot be undone. That an article was erased is kept, with when and by whom, but no word of it. Copies that left the library, and those that a disk or its snapshots keep by themselves, are out of its reach.</source>
      <translation>Das lässt sich nicht rückgängig machen. Aufbewahrt wird, dass ein Artikel gelöscht wurde, wann und von wem, aber kein Wort von ihm. Kopien, die die Bibliothek verlassen haben, und solche, die eine Festplatte oder ihre Schnappschüsse selbst behalten, sind außer Reichweite.</translation>
    </message>
    <message>
      <source>Number of articles</source>
      <translation>Anzahl der Artikel</translation>
    </message>
    <message>
      <source>Type {n} to erase for good</source>
      <translation>Tippen Sie {n}, um endgültig zu löschen</translation>
    </message>
    <message>
      <source>1 article, its text and its index</source>
      <translation>1 Artikel, sein Text und sein Index</translation>
    </message>
    <message>
      <source>{n} articles, their texts and their index</source>
      <translation>{n} Artikel, ihre Texte und ihr Index</translation>
    </message>
    <message>
      <source>1 former text</source>
      <translation>1 früherer Text</translation>
    </message>
    <message>
      <source>{n} former texts</source>
      <translation>{n} frühere Texte</translation>
    </message>
    <message>
      <source>1 mention</source>
      <translation>1 Erwähnung</translation>
    </message>
    <message>
      <source>{n} mentions</source>
      <translation>{n} Erwähnungen</translation>
    </message>
    <message>
      <source>1 note</source>
      <translation>1 Notiz</translation>
    </message>
    <message>
      <source>{n} notes</source>
      <translation>{n} Notizen</translation>
    </message>
    <message>
      <source>1 decision about it</source>
      <translation>1 Entscheidung dazu</translation>
    </message>
    <message>
      <source>{n} decisions about them</source>
      <translation>{n} Entscheidungen dazu</translation>
    </message>
    <message>
      <source>1 original file</source>
      <translation>1 Originaldatei</translation>
    </message>
    <message>
      <source>{n} original files</source>
      <translation>{n} Originaldateien</translation>
    </message>
    <message>
      <source>1 backup of the library</source>
      <translation>1 Sicherung der Bibliothek</translation>
    </message>
    <message>
      <source>{n} backups of the library</source>
      <translation>{n} Sicherungen der Bibliothek</translation>
    </message>
    <message>
      <source>For good will go:</source>
      <translation>Endgültig verschwinden:</translation>
    </message>
    <message>
      <source>1 other article came from the same files: it stays, but cannot be read again.</source>
      <translation>1 anderer Artikel stammt aus denselben Dateien: Er bleibt, lässt sich aber nicht noch einmal lesen.</translation>
    </message>
    <message>
      <source>{n} other articles came from the same files: they stay, but cannot be read again.</source>
      <translation>{n} andere Artikel stammen aus denselben Dateien: Sie bleiben, lassen sich aber nicht noch einmal lesen.</translation>
    </message>
    <message>
      <source>1 other article tells the same story, and stays.</source>
      <translation>1 anderer Artikel bringt dieselbe Meldung und bleibt.</translation>
    </message>
    <message>
      <source>{n} other articles tell the same story, and stay.</source>
      <translation>{n} andere Artikel bringen dieselbe Meldung und bleiben.</translation>
    </message>
  </context>
  <context>
    <name>EventDialog</name>
    <message>
      <source>Change the event</source>
      <translation>Ereignis ändern</translation>
    </message>
    <message>
      <source>Pin an event</source>
      <translation>Ereignis anheften</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>Pin</source>
      <translation>Anheften</translation>
    </message>
    <message>
      <source>until</source>
      <translation>bis</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>Was geschah</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Von</translation>
    </message>
    <message>
      <source>First day</source>
      <translation>Erster Tag</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Letzter Tag</translation>
    </message>
    <message>
      <source>The article “{title}” tells of it</source>
      <translation>Der Artikel „{title}“ berichtet davon</translation>
    </message>
    <message>
      <source>Give days like 2024-12-14.</source>
      <translation>Geben Sie Tage wie 2024-12-14 an.</translation>
    </message>
    <message>
      <source>It ends before it begins.</source>
      <translation>Es endet, bevor es beginnt.</translation>
    </message>
    <message>
      <source>The event is changed.</source>
      <translation>Das Ereignis wurde geändert.</translation>
    </message>
    <message>
      <source>The event is pinned.</source>
      <translation>Das Ereignis wurde angeheftet.</translation>
    </message>
  </context>
  <context>
    <name>HelpDialog</name>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Search the help</source>
      <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Seiten</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>Seite</translation>
    </message>
  </context>
  <context>
    <name>LabelNameDialog</name>
    <message>
      <source>Rename the label</source>
      <translation>Schlagwort umbenennen</translation>
    </message>
    <message>
      <source>“{label}” is to be called</source>
      <translation>„{label}“ soll heißen</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>1 article is called so already: both become one label.</source>
      <translation>1 Artikel hat dieses Schlagwort schon: Beide werden eines.</translation>
    </message>
    <message>
      <source>{n} articles are called so already: both become one label.</source>
      <translation>{n} Artikel haben dieses Schlagwort schon: Beide werden eines.</translation>
    </message>
  </context>
  <context>
    <name>LabelsDialog</name>
    <message>
      <source>Labels</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <source>A label, and Enter</source>
      <translation>Ein Schlagwort, dann Enter</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Schlagwort</translation>
    </message>
    <message>
      <source>Set labels</source>
      <translation>Übernehmen</translation>
    </message>
    <message>
      <source>Labels of 1 article</source>
      <translation>Schlagwörter von 1 Artikel</translation>
    </message>
    <message>
      <source>Labels of {n} articles</source>
      <translation>Schlagwörter von {n} Artikeln</translation>
    </message>
  </context>
  <context>
    <name>SaveLayoutDialog</name>
    <message>
      <source>Save the layout</source>
      <translation>Anordnung speichern</translation>
    </message>
    <message>
      <source>Where the panes stand is saved, in the other window too, for all libraries.</source>
      <translation>Gespeichert wird, wo die Bereiche stehen, auch im anderen Fenster, für alle Bibliotheken.</translation>
    </message>
    <message>
      <source>Name of the layout</source>
      <translation>Name der Anordnung</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>{name} is there already, and will be replaced.</source>
      <translation>{name} gibt es schon und wird ersetzt.</translation>
    </message>
  </context>
  <context>
    <name>LayoutsDialog</name>
    <message>
      <source>Saved layouts</source>
      <translation>Gespeicherte Anordnungen</translation>
    </message>
    <message>
      <source>No layout is saved yet.</source>
      <translation>Noch ist keine Anordnung gespeichert.</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>Verwenden</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
  </context>
  <context>
    <name>MeaningDialog</name>
    <message>
      <source>Who is meant</source>
      <translation>Wer gemeint ist</translation>
    </message>
    <message>
      <source>Who or what is “{words}”?</source>
      <translation>Wer oder was ist „{words}“?</translation>
    </message>
    <message>
      <source>Kind of the new actor</source>
      <translation>Art des neuen Akteurs</translation>
    </message>
    <message>
      <source>Only here</source>
      <translation>Nur hier</translation>
    </message>
    <message>
      <source>Wherever these words stand</source>
      <translation>Wo immer diese Wörter stehen</translation>
    </message>
    <message>
      <source>only near: words with commas between</source>
      <translation>nur in der Nähe von: Wörter, durch Kommas getrennt</translation>
    </message>
    <message>
      <source>Only near these words</source>
      <translation>Nur in der Nähe dieser Wörter</translation>
    </message>
    <message>
      <source>Reason, if you like</source>
      <translation>Begründung, wenn Sie möchten</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Begründung</translation>
    </message>
    <message>
      <source>Decide</source>
      <translation>Entscheiden</translation>
    </message>
    <message>
      <source>A new</source>
      <translation>Neuer Akteur der Art</translation>
    </message>
    <message>
      <source>Changes this one place. It can be undone.</source>
      <translation>Ändert nur diese Stelle. Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <source>Changes {reach}, and articles to come. It can be undone.</source>
      <translation>Ändert {reach} und gilt für künftige Artikel. Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <source>Found nowhere yet; it holds for articles to come.</source>
      <translation>Noch nirgends gefunden; gilt für künftige Artikel.</translation>
    </message>
  </context>
  <context>
    <name>MergeDecisionsDialog</name>
    <message>
      <source>Merge decisions</source>
      <translation>Entscheidungen zusammenführen</translation>
    </message>
    <message>
      <source>Reading {name} …</source>
      <translation>{name} wird gelesen…</translation>
    </message>
    <message>
      <source>Conflicts and refused lines</source>
      <translation>Widersprüche und abgewiesene Zeilen</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <source>From the library {name}, exported by {who}.</source>
      <translation>Aus der Bibliothek {name}, exportiert von {who}.</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>Here already</source>
      <translation>Schon vorhanden</translation>
    </message>
    <message>
      <source>Waiting for their articles</source>
      <translation>Warten auf ihre Artikel</translation>
    </message>
    <message>
      <source>Decided differently</source>
      <translation>Anders entschieden</translation>
    </message>
    <message>
      <source>Refused</source>
      <translation>Abgewiesen</translation>
    </message>
    <message>
      <source>It is left out.</source>
      <translation>Sie wird ausgelassen.</translation>
    </message>
    <message>
      <source>One undo takes all of it back.</source>
      <translation>Einmal „Rückgängig“ nimmt alles zurück.</translation>
    </message>
    <message>
      <source>Nothing is new.</source>
      <translation>Nichts ist neu.</translation>
    </message>
    <message>
      <source>Line {n}: {words}</source>
      <translation>Zeile {n}: {words}</translation>
    </message>
  </context>
  <context>
    <name>NoteDialog</name>
    <message>
      <source>Change the note</source>
      <translation>Notiz ändern</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <source>About the whole article</source>
      <translation>Zum ganzen Artikel</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>The note is too long.</source>
      <translation>Die Notiz ist zu lang.</translation>
    </message>
  </context>
  <context>
    <name>OutletWideDialog</name>
    <message>
      <source>Paragraphs of the same words count as this one, whatever numbers they hold.</source>
      <translation>Absätze mit denselben Wörtern gelten wie dieser, welche Zahlen sie auch enthalten.</translation>
    </message>
    <message>
      <source>Reason, if you like</source>
      <translation>Begründung, wenn Sie möchten</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Begründung</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Überall</translation>
    </message>
    <message>
      <source>Are these the article's words in every article of {outlet}?</source>
      <translation>Gehören diese Wörter in jedem Artikel von {outlet} zum Artikel?</translation>
    </message>
    <message>
      <source>Are these not the article's words in every article of {outlet}?</source>
      <translation>Gehören diese Wörter in keinem Artikel von {outlet} zum Artikel?</translation>
    </message>
    <message>
      <source>Changes {reach}, and articles to come. It can be undone.</source>
      <translation>Ändert {reach} und gilt für künftige Artikel. Es lässt sich rückgängig machen.</translation>
    </message>
  </context>
  <context>
    <name>PipelinesDialog</name>
    <message>
      <source>Pipelines</source>
      <translation>Pipelines</translation>
    </message>
    <message>
      <source>A pipeline finds names that no register holds. A language without one is read by the registers only. Packages for spaCy that are installed beside Media Workstation are offered here; decisions hold whatever finds the names.</source>
      <translation>Eine Pipeline findet Namen, die in keinem Register stehen. Eine Sprache ohne Pipeline wird nur mit den Registern gelesen. Pakete für spaCy, die neben Media Workstation installiert sind, werden hier angeboten; Entscheidungen gelten, was auch immer die Namen findet.</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Pipeline</source>
      <translation>Pipeline</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Lizenz</translation>
    </message>
    <message>
      <source>Words a second</source>
      <translation>Wörter je Sekunde</translation>
    </message>
    <message>
      <source>Finds</source>
      <translation>Findet</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Unbekannt</translation>
    </message>
    <message>
      <source>{n} article</source>
      <translation>{n} Artikel</translation>
    </message>
    <message>
      <source>{n} articles</source>
      <translation>{n} Artikel</translation>
    </message>
    <message>
      <source>Registers only</source>
      <translation>Nur Register</translation>
    </message>
    <message>
      <source>persons</source>
      <translation>Personen</translation>
    </message>
    <message>
      <source>organisations</source>
      <translation>Organisationen</translation>
    </message>
    <message>
      <source>peoples</source>
      <translation>Völker</translation>
    </message>
    <message>
      <source>states and towns</source>
      <translation>Staaten und Städte</translation>
    </message>
    <message>
      <source>places</source>
      <translation>Orte</translation>
    </message>
    <message>
      <source>buildings</source>
      <translation>Bauwerke</translation>
    </message>
    <message>
      <source>products</source>
      <translation>Produkte</translation>
    </message>
    <message>
      <source>events</source>
      <translation>Ereignisse</translation>
    </message>
    <message>
      <source>In use</source>
      <translation>In Gebrauch</translation>
    </message>
    <message>
      <source>Offered</source>
      <translation>Angeboten</translation>
    </message>
    <message>
      <source>Needs confirmation</source>
      <translation>Muss bestätigt werden</translation>
    </message>
    <message>
      <source>Cannot be used</source>
      <translation>Nicht verwendbar</translation>
    </message>
    <message>
      <source>Use for {language}</source>
      <translation>Für {language} verwenden</translation>
    </message>
    <message>
      <source>Has tagged {articles}.</source>
      <translation>Ausgewertet: {articles}.</translation>
    </message>
    <message>
      <source>Finds {names}.</source>
      <translation>Findet {names}.</translation>
    </message>
    <message>
      <source>What it calls {labels} is not used.</source>
      <translation>Was sie {labels} nennt, wird nicht verwendet.</translation>
    </message>
    <message>
      <source>Reads {n} words a second, as its makers measured.</source>
      <translation>Liest {n} Wörter je Sekunde, nach Messung ihrer Hersteller.</translation>
    </message>
    <message>
      <source>Takes {n} MiB on disk.</source>
      <translation>Belegt {n} MiB auf der Festplatte.</translation>
    </message>
    <message>
      <source>1 article is tagged anew.</source>
      <translation>1 Artikel wird neu ausgewertet.</translation>
    </message>
    <message>
      <source>{n} articles are tagged anew.</source>
      <translation>{n} Artikel werden neu ausgewertet.</translation>
    </message>
  </context>
  <context>
    <name>Confirmation</name>
    <message>
      <source>The package's name</source>
      <translation>Der Name des Pakets</translation>
    </message>
    <message>
      <source>Type {name} if you trust who made it:</source>
      <translation>Tippen Sie {name}, wenn Sie dem Hersteller vertrauen:</translation>
    </message>
  </context>
  <context>
    <name>PreferencesDialog</name>
    <message>
      <source>Preferences</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Start the program again</source>
      <translation>Programm neu starten</translation>
    </message>
  </context>
  <context>
    <name>ReadAgainDialog</name>
    <message>
      <source>Read again as</source>
      <translation>Noch einmal lesen als</translation>
    </message>
    <message>
      <source>{name} is read again from the original that the library kept. Its article gets another version; the one before is kept, and so are all decisions.</source>
      <translation>{name} wird aus dem Original, das die Bibliothek aufbewahrt hat, noch einmal gelesen. Der Artikel erhält eine weitere Fassung; die frühere bleibt erhalten, ebenso alle Entscheidungen.</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>Zeichenkodierung</translation>
    </message>
    <message>
      <source>As the file says, or guessed</source>
      <translation>Wie die Datei sagt, oder vermutet</translation>
    </message>
    <message>
      <source>Reader</source>
      <translation>Leser</translation>
    </message>
    <message>
      <source>Looking who knows the file…</source>
      <translation>Es wird nachgesehen, wer die Datei kennt…</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <source>How the file begins</source>
      <translation>Wie die Datei beginnt</translation>
    </message>
    <message>
      <source>Read again</source>
      <translation>Noch einmal lesen</translation>
    </message>
    <message>
      <source>Who knows the file best</source>
      <translation>Wer die Datei am besten kennt</translation>
    </message>
    <message>
      <source>This is no text by itself, and is not shown here.</source>
      <translation>Dies ist für sich kein Text und wird hier nicht gezeigt.</translation>
    </message>
  </context>
  <context>
    <name>RegistersDialog</name>
    <message>
      <source>Registers</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>Registers say who is known by which names. Add your own: a table whose first line names its columns (name, kind, alias), JRC-Names, an actor dictionary of PETRARCH, or entities of FollowTheMoney. Your names outrank the shipped ones; only articles that hold them are matched again.</source>
      <translation>Register sagen, wer unter welchen Namen bekannt ist. Fügen Sie eigene hinzu: eine Tabelle, deren erste Zeile ihre Spalten benennt (name, kind, alias), JRC-Names, ein Akteurswörterbuch von PETRARCH oder Entitäten von FollowTheMoney. Ihre Namen gehen den mitgelieferten vor; nur Artikel, die sie enthalten, werden neu abgeglichen.</translation>
    </message>
    <message>
      <source>Register</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>Actors</source>
      <translation>Akteure</translation>
    </message>
    <message>
      <source>Names</source>
      <translation>Namen</translation>
    </message>
    <message>
      <source>Lines refused</source>
      <translation>Zeilen abgewiesen</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>Added</source>
      <translation>Hinzugefügt</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <source>What is to say</source>
      <translation>Was dazu zu sagen ist</translation>
    </message>
    <message>
      <source>Remarks</source>
      <translation>Bemerkungen</translation>
    </message>
    <message>
      <source>Add…</source>
      <translation>Hinzufügen…</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>States</source>
      <translation>Staaten</translation>
    </message>
    <message>
      <source>Groups and bodies</source>
      <translation>Gruppen und Gremien</translation>
    </message>
    <message>
      <source>Persons</source>
      <translation>Personen</translation>
    </message>
    <message>
      <source>Places</source>
      <translation>Orte</translation>
    </message>
    <message>
      <source>Media Workstation</source>
      <translation>Media Workstation</translation>
    </message>
    <message>
      <source>table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <source>JRC-Names</source>
      <translation>JRC-Names</translation>
    </message>
    <message>
      <source>PETRARCH</source>
      <translation>PETRARCH</translation>
    </message>
    <message>
      <source>FollowTheMoney</source>
      <translation>FollowTheMoney</translation>
    </message>
    <message>
      <source>{n} actor</source>
      <translation>{n} Akteur</translation>
    </message>
    <message>
      <source>{n} actors</source>
      <translation>{n} Akteure</translation>
    </message>
    <message>
      <source>{n} name</source>
      <translation>{n} Name</translation>
    </message>
    <message>
      <source>{n} names</source>
      <translation>{n} Namen</translation>
    </message>
    <message>
      <source>{n} line refused</source>
      <translation>{n} Zeile abgewiesen</translation>
    </message>
    <message>
      <source>{n} lines refused</source>
      <translation>{n} Zeilen abgewiesen</translation>
    </message>
    <message>
      <source>{n} remark more was not kept.</source>
      <translation>{n} weitere Bemerkung wurde nicht aufbewahrt.</translation>
    </message>
    <message>
      <source>{n} remarks more were not kept.</source>
      <translation>{n} weitere Bemerkungen wurden nicht aufbewahrt.</translation>
    </message>
    <message>
      <source>Refused:</source>
      <translation>Abgewiesen:</translation>
    </message>
    <message>
      <source>Taken:</source>
      <translation>Übernommen:</translation>
    </message>
    <message>
      <source>Add a register</source>
      <translation>Register hinzufügen</translation>
    </message>
    <message>
      <source>Adding a register</source>
      <translation>Register wird hinzugefügt</translation>
    </message>
    <message>
      <source>Removing a register</source>
      <translation>Register wird entfernt</translation>
    </message>
  </context>
  <context>
    <name>ReportDialog</name>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>A PDF about the one article of the selection.</source>
      <translation>Ein PDF über den einen Artikel der Auswahl.</translation>
    </message>
    <message>
      <source>A PDF about the {n} articles of the selection.</source>
      <translation>Ein PDF über die {n} Artikel der Auswahl.</translation>
    </message>
    <message>
      <source>Media report</source>
      <translation>Medienbericht</translation>
    </message>
    <message>
      <source>With notes, labels and stars</source>
      <translation>Mit Notizen, Schlagwörtern und Sternen</translation>
    </message>
    <message>
      <source>report.pdf</source>
      <translation>Bericht.pdf</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>Schreiben</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Wählen…</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>in full, with their mentions marked</source>
      <translation>vollständig, mit markierten Erwähnungen</translation>
    </message>
    <message>
      <source>as a list</source>
      <translation>als Liste</translation>
    </message>
    <message>
      <source>not at all</source>
      <translation>gar nicht</translation>
    </message>
    <message>
      <source>Write the report to</source>
      <translation>Bericht schreiben nach</translation>
    </message>
    <message>
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <source>Give the report a file name.</source>
      <translation>Geben Sie dem Bericht einen Dateinamen.</translation>
    </message>
    <message>
      <source>There is no folder {folder}. Choose another.</source>
      <translation>Es gibt keinen Ordner {folder}. Wählen Sie einen anderen.</translation>
    </message>
    <message>
      <source>Nothing can be written into {folder}. Choose another folder.</source>
      <translation>In {folder} lässt sich nichts schreiben. Wählen Sie einen anderen Ordner.</translation>
    </message>
  </context>
  <context>
    <name>RoleDialog</name>
    <message>
      <source>Role</source>
      <translation>Amt</translation>
    </message>
    <message>
      <source>such as energy minister</source>
      <translation>etwa Energieminister</translation>
    </message>
    <message>
      <source>a state or another actor, if any</source>
      <translation>ein Staat oder anderer Akteur, falls es einen gibt</translation>
    </message>
    <message>
      <source>2021, 2021-10 or 2021-10-14</source>
      <translation>2021, 2021-10 oder 2021-10-14</translation>
    </message>
    <message>
      <source>empty: until today</source>
      <translation>leer: bis heute</translation>
    </message>
    <message>
      <source>Reason, if you like</source>
      <translation>Begründung, wenn Sie möchten</translation>
    </message>
    <message>
      <source>Add the role</source>
      <translation>Amt hinzufügen</translation>
    </message>
    <message>
      <source>until</source>
      <translation>bis</translation>
    </message>
    <message>
      <source>Office</source>
      <translation>Amt</translation>
    </message>
    <message>
      <source>Of</source>
      <translation>Wessen</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Ab</translation>
    </message>
    <message>
      <source>Whose office it is</source>
      <translation>Wessen Amt es ist</translation>
    </message>
    <message>
      <source>First day</source>
      <translation>Erster Tag</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Letzter Tag</translation>
    </message>
    <message>
      <source>Which office did {name} hold?</source>
      <translation>Welches Amt hatte {name}?</translation>
    </message>
    <message>
      <source>Give days like 2021-10-14, or a month or a year.</source>
      <translation>Geben Sie Tage wie 2021-10-14 an, oder einen Monat oder ein Jahr.</translation>
    </message>
    <message>
      <source>It ends before it begins.</source>
      <translation>Es endet, bevor es beginnt.</translation>
    </message>
    <message>
      <source>Nobody in this library is called {name}.</source>
      <translation>In dieser Bibliothek heißt niemand {name}.</translation>
    </message>
    <message>
      <source>Named by the office alone: {reach} of those days. It can be undone.</source>
      <translation>Nur mit dem Amt genannt: {reach} aus jenen Tagen. Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <source>No article of those days names the office alone; later ones may.</source>
      <translation>Kein Artikel jener Tage nennt nur das Amt; spätere vielleicht.</translation>
    </message>
  </context>
  <context>
    <name>SaveSearchDialog</name>
    <message>
      <source>Save this search</source>
      <translation>Diese Suche speichern</translation>
    </message>
    <message>
      <source>The words and the chips are saved with the library, and what is new is told.</source>
      <translation>Die Suchwörter und Filter werden mit der Bibliothek gespeichert, und Neues wird gemeldet.</translation>
    </message>
    <message>
      <source>Name of the search</source>
      <translation>Name der Suche</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>{name} is there already, and will be replaced.</source>
      <translation>{name} gibt es schon und wird ersetzt.</translation>
    </message>
  </context>
  <context>
    <name>SavedSearchesDialog</name>
    <message>
      <source>Saved searches</source>
      <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suche</translation>
    </message>
    <message>
      <source>Watchlist</source>
      <translation>Beobachtungsliste</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>No search is saved yet.</source>
      <translation>Noch ist keine Suche gespeichert.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
  </context>
  <context>
    <name>ShortcutsDialog</name>
    <message>
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <source>A command, or a key such as Ctrl+D</source>
      <translation>Ein Befehl oder eine Taste wie Strg+D</translation>
    </message>
    <message>
      <source>Narrow the keys</source>
      <translation>Tasten eingrenzen</translation>
    </message>
    <message>
      <source>Commands and their keys</source>
      <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Copies the list as lines of text, to be printed</source>
      <translation>Kopiert die Liste als Textzeilen, zum Drucken</translation>
    </message>
    <message>
      <source>In the pane {name}</source>
      <translation>Im Bereich {name}</translation>
    </message>
  </context>
  <context>
    <name>SplitDialog</name>
    <message>
      <source>Split off</source>
      <translation>Abspalten</translation>
    </message>
    <message>
      <source>Spellings</source>
      <translation>Schreibweisen</translation>
    </message>
    <message>
      <source>What they are called</source>
      <translation>Wie sie heißen</translation>
    </message>
    <message>
      <source>Reason, if you like</source>
      <translation>Begründung, wenn Sie möchten</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Begründung</translation>
    </message>
    <message>
      <source>Which spellings of {name} are somebody else?</source>
      <translation>Welche Schreibweisen von {name} meinen jemand anderen?</translation>
    </message>
    <message>
      <source>Changes {reach}, and articles to come. It can be undone.</source>
      <translation>Ändert {reach} und gilt für künftige Artikel. Es lässt sich rückgängig machen.</translation>
    </message>
  </context>
  <context>
    <name>WatchDialog</name>
    <message>
      <source>Watched folders</source>
      <translation>Beobachtete Ordner</translation>
    </message>
    <message>
      <source>What appears in these folders is imported into this library, each file once and only when it stands still. What comes while the library is closed is imported when it is opened again. The files stay where they are.</source>
      <translation>Was in diesen Ordnern erscheint, wird in diese Bibliothek importiert: jede Datei einmal, und erst, wenn sie sich nicht mehr ändert. Was kommt, während die Bibliothek geschlossen ist, wird beim nächsten Öffnen importiert. Die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
      <source>No folder is watched yet.</source>
      <translation>Noch wird kein Ordner beobachtet.</translation>
    </message>
    <message>
      <source>Add…</source>
      <translation>Hinzufügen…</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>{folder} (gone)</source>
      <translation>{folder} (nicht mehr da)</translation>
    </message>
    <message>
      <source>Watch a folder</source>
      <translation>Ordner beobachten</translation>
    </message>
  </context>
  <context>
    <name>WriteDialog</name>
    <message>
      <source>New article</source>
      <translation>Neuer Artikel</translation>
    </message>
    <message>
      <source>from the text, if you leave it empty</source>
      <translation>aus dem Text, wenn Sie es leer lassen</translation>
    </message>
    <message>
      <source>as the text reads</source>
      <translation>wie der Text zeigt</translation>
    </message>
    <message>
      <source>2024-12-14, or 2024-12-14T16:20+01:00</source>
      <translation>2024-12-14 oder 2024-12-14T16:20+01:00</translation>
    </message>
    <message>
      <source>The text: every line is a paragraph</source>
      <translation>Der Text: Jede Zeile ist ein Absatz</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>That is no date.</source>
      <translation>Das ist kein Datum.</translation>
    </message>
  </context>
  <context>
    <name>Docks</name>
    <message>
      <source>Panes that share a place</source>
      <translation>Bereiche am selben Platz</translation>
    </message>
  </context>
  <context>
    <name>DoubtfulTables</name>
    <message>
      <source>Looking at tables</source>
      <translation>Tabellen werden angesehen</translation>
    </message>
  </context>
  <context>
    <name>Dragging</name>
    <message>
      <source>The citation is on the clipboard.</source>
      <translation>Die Quellenangabe ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>{n} citations are on the clipboard.</source>
      <translation>{n} Quellenangaben sind in der Zwischenablage.</translation>
    </message>
    <message>
      <source>Nothing can be dragged out: {why}.</source>
      <translation>Nichts kann hinausgezogen werden: {why}.</translation>
    </message>
  </context>
  <context>
    <name>Citation</name>
    <message>
      <source>“{title}”</source>
      <translation>„{title}“</translation>
    </message>
    <message>
      <source>undated</source>
      <translation>undatiert</translation>
    </message>
  </context>
  <context>
    <name>Exchanging</name>
    <message>
      <source>{library} decisions</source>
      <translation>{library} Entscheidungen</translation>
    </message>
    <message>
      <source>Export decisions</source>
      <translation>Entscheidungen exportieren</translation>
    </message>
    <message>
      <source>Merge decisions</source>
      <translation>Entscheidungen zusammenführen</translation>
    </message>
    <message>
      <source>1 decision is written: {name}.</source>
      <translation>1 Entscheidung wurde geschrieben: {name}.</translation>
    </message>
    <message>
      <source>{n} decisions are written: {name}.</source>
      <translation>{n} Entscheidungen wurden geschrieben: {name}.</translation>
    </message>
    <message>
      <source>Exporting decisions</source>
      <translation>Entscheidungen werden exportiert</translation>
    </message>
    <message>
      <source>Merging decisions</source>
      <translation>Entscheidungen werden zusammengeführt</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Decisions (*.jsonl)</source>
      <translation>Entscheidungen (*.jsonl)</translation>
    </message>
  </context>
  <context>
    <name>Exporting</name>
    <message>
      <source>{form} file (*{suffix})</source>
      <translation>{form}-Datei (*{suffix})</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <source>{file} is written.</source>
      <translation>{file} wurde geschrieben.</translation>
    </message>
    <message>
      <source>Exporting</source>
      <translation>Export läuft</translation>
    </message>
  </context>
  <context>
    <name>Finding</name>
    <message>
      <source>actor · {articles}</source>
      <translation>Akteur · {articles}</translation>
    </message>
    <message>
      <source>outlet · {articles}</source>
      <translation>Medium · {articles}</translation>
    </message>
  </context>
  <context>
    <name>Footer</name>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Stop; what is done stays done</source>
      <translation>Anhalten; was getan ist, bleibt getan</translation>
    </message>
    <message>
      <source>1 actor chosen</source>
      <translation>1 Akteur gewählt</translation>
    </message>
    <message>
      <source>{n} actors chosen</source>
      <translation>{n} Akteure gewählt</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Read only</source>
      <translation>Nur lesen</translation>
    </message>
    <message>
      <source>All changes saved</source>
      <translation>Alle Änderungen gespeichert</translation>
    </message>
    <message>
      <source>All changes saved, {time}</source>
      <translation>Alle Änderungen gespeichert, {time}</translation>
    </message>
  </context>
  <context>
    <name>Guiding</name>
    <message>
      <source>Reader</source>
      <translation>Leser</translation>
    </message>
    <message>
      <source>What the timeline shows</source>
      <translation>Was der Zeitverlauf zeigt</translation>
    </message>
  </context>
  <context>
    <name>Handwork</name>
    <message>
      <source>Nothing was changed.</source>
      <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>Edited {n} articles.</source>
      <translation>{n} Artikel bearbeitet.</translation>
    </message>
    <message>
      <source>Edited 1 article.</source>
      <translation>1 Artikel bearbeitet.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>The article has another text; the former one is kept.</source>
      <translation>Der Artikel hat einen anderen Text; der frühere bleibt erhalten.</translation>
    </message>
    <message>
      <source>1 article is erased.</source>
      <translation>1 Artikel ist gelöscht.</translation>
    </message>
    <message>
      <source>{n} articles are erased.</source>
      <translation>{n} Artikel sind gelöscht.</translation>
    </message>
    <message>
      <source>Erasing</source>
      <translation>Löschen</translation>
    </message>
  </context>
  <context>
    <name>Jobs</name>
    <message>
      <source>stopping</source>
      <translation>wird angehalten</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>angehalten</translation>
    </message>
    <message>
      <source>{done} of {total} {unit}</source>
      <translation>{done} / {total} {unit}</translation>
    </message>
    <message>
      <source>1 problem</source>
      <translation>1 Problem</translation>
    </message>
    <message>
      <source>{n} problems</source>
      <translation>{n} Probleme</translation>
    </message>
    <message>
      <source>{rate}/s</source>
      <translation>{rate}/s</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>noch {time}</translation>
    </message>
    <message>
      <source>{n} s</source>
      <translation>{n} s</translation>
    </message>
    <message>
      <source>{n} min</source>
      <translation>{n} min</translation>
    </message>
    <message>
      <source>{n} h</source>
      <translation>{n} h</translation>
    </message>
  </context>
  <context>
    <name>Languages</name>
    <message>
      <source>Like the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
  </context>
  <context>
    <name>LineRows</name>
    <message>
      <source>before</source>
      <translation>davor</translation>
    </message>
    <message>
      <source>words</source>
      <translation>Wörter</translation>
    </message>
    <message>
      <source>after</source>
      <translation>danach</translation>
    </message>
    <message>
      <source>where</source>
      <translation>wo</translation>
    </message>
  </context>
  <context>
    <name>Mapping</name>
    <message>
      <source>Import a table</source>
      <translation>Tabelle importieren</translation>
    </message>
    <message>
      <source>Tables (*.csv *.tsv *.tab *.txt *.xlsx *.xls *.xlsb *.ods *.json *.jsonl *.ndjson);;All files (*)</source>
      <translation>Tabellen (*.csv *.tsv *.tab *.txt *.xlsx *.xls *.xlsb *.ods *.json *.jsonl *.ndjson);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Reading again</source>
      <translation>Noch einmal gelesen wird</translation>
    </message>
    <message>
      <source>Importing</source>
      <translation>Import läuft</translation>
    </message>
  </context>
  <context>
    <name>Menus</name>
    <message>
      <source>Opened last</source>
      <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Darstellung</translation>
    </message>
    <message>
      <source>Tone</source>
      <translation>Ton</translation>
    </message>
    <message>
      <source>Like the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>Hoher Kontrast</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>&amp;Datei</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
      <source>A&amp;rticle</source>
      <translation>A&amp;rtikel</translation>
    </message>
    <message>
      <source>&amp;Go</source>
      <translation>&amp;Gehe zu</translation>
    </message>
    <message>
      <source>&amp;Actors</source>
      <translation>&amp;Akteure</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>A&amp;nsicht</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <source>Open: {library}</source>
      <translation>Öffnen: {library}</translation>
    </message>
  </context>
  <context>
    <name>Noting</name>
    <message>
      <source>Changed the labels of 1 article.</source>
      <translation>Die Schlagwörter von 1 Artikel wurden geändert.</translation>
    </message>
    <message>
      <source>Changed the labels of {n} articles.</source>
      <translation>Die Schlagwörter von {n} Artikeln wurden geändert.</translation>
    </message>
    <message>
      <source>The label “{old}” is now “{new}”.</source>
      <translation>Das Schlagwort „{old}“ heißt jetzt „{new}“.</translation>
    </message>
    <message>
      <source>The tone of 1 article is {tone}.</source>
      <translation>Der Ton von 1 Artikel ist {tone}.</translation>
    </message>
    <message>
      <source>The tone of {n} articles is {tone}.</source>
      <translation>Der Ton von {n} Artikeln ist {tone}.</translation>
    </message>
    <message>
      <source>The tone of 1 article is open again.</source>
      <translation>Der Ton von 1 Artikel ist wieder offen.</translation>
    </message>
    <message>
      <source>The tone of {n} articles is open again.</source>
      <translation>Der Ton von {n} Artikeln ist wieder offen.</translation>
    </message>
    <message>
      <source>1 article has a star.</source>
      <translation>1 Artikel hat einen Stern.</translation>
    </message>
    <message>
      <source>{n} articles have a star.</source>
      <translation>{n} Artikel haben einen Stern.</translation>
    </message>
    <message>
      <source>1 article is read.</source>
      <translation>1 Artikel ist gelesen.</translation>
    </message>
    <message>
      <source>{n} articles are read.</source>
      <translation>{n} Artikel sind gelesen.</translation>
    </message>
    <message>
      <source>1 article is relevant.</source>
      <translation>1 Artikel ist relevant.</translation>
    </message>
    <message>
      <source>{n} articles are relevant.</source>
      <translation>{n} Artikel sind relevant.</translation>
    </message>
    <message>
      <source>1 article is not relevant.</source>
      <translation>1 Artikel ist nicht relevant.</translation>
    </message>
    <message>
      <source>{n} articles are not relevant.</source>
      <translation>{n} Artikel sind nicht relevant.</translation>
    </message>
    <message>
      <source>1 article has no star any more.</source>
      <translation>1 Artikel hat keinen Stern mehr.</translation>
    </message>
    <message>
      <source>{n} articles have no star any more.</source>
      <translation>{n} Artikel haben keinen Stern mehr.</translation>
    </message>
    <message>
      <source>1 article is unread.</source>
      <translation>1 Artikel ist ungelesen.</translation>
    </message>
    <message>
      <source>{n} articles are unread.</source>
      <translation>{n} Artikel sind ungelesen.</translation>
    </message>
    <message>
      <source>Whether 1 article is relevant is open again.</source>
      <translation>Ob 1 Artikel relevant ist, ist wieder offen.</translation>
    </message>
    <message>
      <source>Whether {n} articles are relevant is open again.</source>
      <translation>Ob {n} Artikel relevant sind, ist wieder offen.</translation>
    </message>
    <message>
      <source>The note is changed.</source>
      <translation>Die Notiz wurde geändert.</translation>
    </message>
    <message>
      <source>The note is written.</source>
      <translation>Die Notiz wurde geschrieben.</translation>
    </message>
    <message>
      <source>The note is deleted.</source>
      <translation>Die Notiz wurde gelöscht.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Taken back: {words}</source>
      <translation>Zurückgenommen: {words}</translation>
    </message>
  </context>
  <context>
    <name>Keys</name>
    <message>
      <source>Unfold and fold the copies of a story</source>
      <translation>Kopien einer Meldung auf- und zuklappen</translation>
    </message>
    <message>
      <source>Narrow to the row, or no longer</source>
      <translation>Auf die Zeile eingrenzen, oder nicht mehr</translation>
    </message>
    <message>
      <source>Rename a label</source>
      <translation>Ein Schlagwort umbenennen</translation>
    </message>
    <message>
      <source>Show the card of the mention that was stepped to</source>
      <translation>Karte der angesprungenen Erwähnung zeigen</translation>
    </message>
    <message>
      <source>Say that these words name nobody here</source>
      <translation>Sagen, dass diese Wörter hier niemanden nennen</translation>
    </message>
    <message>
      <source>Next and previous place, in Find</source>
      <translation>Nächste und vorige Stelle beim Suchen</translation>
    </message>
    <message>
      <source>Close the card, or Find</source>
      <translation>Karte oder Suche schließen</translation>
    </message>
    <message>
      <source>Only articles naming the picked actors</source>
      <translation>Nur Artikel, die die gewählten Akteure nennen</translation>
    </message>
    <message>
      <source>Pick nobody</source>
      <translation>Niemanden wählen</translation>
    </message>
    <message>
      <source>From bar to bar</source>
      <translation>Von Balken zu Balken</translation>
    </message>
    <message>
      <source>Only the articles of the bar</source>
      <translation>Nur die Artikel des Balkens</translation>
    </message>
    <message>
      <source>Say why the bar is high</source>
      <translation>Sagen, warum der Balken hoch ist</translation>
    </message>
    <message>
      <source>Clear the period</source>
      <translation>Zeitraum aufheben</translation>
    </message>
    <message>
      <source>Walk along the ties</source>
      <translation>Den Verbindungen folgen</translation>
    </message>
    <message>
      <source>Pick the actor; with Ctrl, beside the others</source>
      <translation>Akteur wählen; mit Strg zusätzlich zu den anderen</translation>
    </message>
    <message>
      <source>Pick the actor, and then narrow to it</source>
      <translation>Akteur wählen und dann auf ihn eingrenzen</translation>
    </message>
    <message>
      <source>The form is right; two actors are one</source>
      <translation>Die Wortform ist richtig; zwei Akteure sind einer</translation>
    </message>
    <message>
      <source>The form means another actor</source>
      <translation>Die Wortform meint einen anderen Akteur</translation>
    </message>
    <message>
      <source>The actor is of another kind</source>
      <translation>Der Akteur ist von anderer Art</translation>
    </message>
    <message>
      <source>The actor is none</source>
      <translation>Der Akteur ist keiner</translation>
    </message>
    <message>
      <source>The two are not the same, whatever they are called</source>
      <translation>Die beiden sind nicht dasselbe, wie sie auch heißen</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>Überspringen</translation>
    </message>
    <message>
      <source>Take a decision back, or put it back</source>
      <translation>Entscheidung zurücknehmen oder wiederherstellen</translation>
    </message>
  </context>
  <context>
    <name>About</name>
    <message>
      <source>About the chosen file</source>
      <translation>Über die gewählte Datei</translation>
    </message>
    <message>
      <source>Show the articles</source>
      <translation>Artikel zeigen</translation>
    </message>
    <message>
      <source>Read again</source>
      <translation>Noch einmal lesen</translation>
    </message>
    <message>
      <source>Read again as…</source>
      <translation>Noch einmal lesen als…</translation>
    </message>
    <message>
      <source>Columns…</source>
      <translation>Spalten…</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <translation>Abhaken</translation>
    </message>
    <message>
      <source>Show the original</source>
      <translation>Original zeigen</translation>
    </message>
    <message>
      <source>Save the original as…</source>
      <translation>Original speichern als…</translation>
    </message>
    <message>
      <source>{n} files are chosen.</source>
      <translation>{n} Dateien sind gewählt.</translation>
    </message>
    <message>
      <source>Choose a file to see more of it.</source>
      <translation>Wählen Sie eine Datei, um mehr zu sehen.</translation>
    </message>
  </context>
  <context>
    <name>JobLine</name>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Stop; what is done stays done</source>
      <translation>Anhalten; was getan ist, bleibt getan</translation>
    </message>
    <message>
      <source>Stop {job}</source>
      <translation>{job}: anhalten</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
  </context>
  <context>
    <name>LedgerRows</name>
    <message>
      <source>file</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>verdict</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>guesses</source>
      <translation>Annahmen</translation>
    </message>
    <message>
      <source>reader</source>
      <translation>Leser</translation>
    </message>
    <message>
      <source>offered</source>
      <translation>angeboten</translation>
    </message>
    <message>
      <source>what there is to say</source>
      <translation>was dazu zu sagen ist</translation>
    </message>
  </context>
  <context>
    <name>Ledger</name>
    <message>
      <source>waiting</source>
      <translation>wartet</translation>
    </message>
    <message>
      <source>reading…</source>
      <translation>wird gelesen…</translation>
    </message>
    <message>
      <source>imported</source>
      <translation>importiert</translation>
    </message>
    <message>
      <source>partly</source>
      <translation>teilweise</translation>
    </message>
    <message>
      <source>known</source>
      <translation>bekannt</translation>
    </message>
    <message>
      <source>refused</source>
      <translation>abgewiesen</translation>
    </message>
    <message>
      <source>1 file</source>
      <translation>1 Datei</translation>
    </message>
    <message>
      <source>{n} files</source>
      <translation>{n} Dateien</translation>
    </message>
    <message>
      <source>1 article</source>
      <translation>1 Artikel</translation>
    </message>
    <message>
      <source>{n} articles</source>
      <translation>{n} Artikel</translation>
    </message>
    <message>
      <source>1 needs you</source>
      <translation>1 zu prüfen</translation>
    </message>
    <message>
      <source>{n} need you</source>
      <translation>{n} zu prüfen</translation>
    </message>
    <message>
      <source>{n} still to be read</source>
      <translation>{n} noch zu lesen</translation>
    </message>
  </context>
  <context>
    <name>Dates</name>
    <message>
      <source>d MMM HH:mm</source>
      <translation>d. MMM HH:mm</translation>
    </message>
    <message>
      <source>d MMM yyyy</source>
      <translation>d. MMM yyyy</translation>
    </message>
    <message>
      <source>d MMM</source>
      <translation>d. MMM</translation>
    </message>
    <message>
      <source>MMM yyyy</source>
      <translation>MMM yyyy</translation>
    </message>
    <message>
      <source>{first}–{last}</source>
      <translation>{first}.–{last}</translation>
    </message>
  </context>
  <context>
    <name>ActivityPane</name>
    <message>
      <source>Activity</source>
      <translation>Aktivität</translation>
    </message>
    <message>
      <source>Why no file is listed</source>
      <translation>Warum keine Datei aufgeführt ist</translation>
    </message>
    <message>
      <source>What became of every file</source>
      <translation>Was aus jeder Datei wurde</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>Needs you</source>
      <translation>Zu prüfen</translation>
    </message>
    <message>
      <source>Guesses</source>
      <translation>Annahmen</translation>
    </message>
    <message>
      <source>Not read</source>
      <translation>Nicht gelesen</translation>
    </message>
    <message>
      <source>Every file that is dropped here gets a row: what was read in it, what was guessed, and what went wrong.</source>
      <translation>Jede Datei, die hier abgelegt wird, erhält eine Zeile: was darin gelesen, was vermutet wurde und was schiefging.</translation>
    </message>
    <message>
      <source>No file needs you.</source>
      <translation>Keine Datei muss geprüft werden.</translation>
    </message>
    <message>
      <source>Every file was read.</source>
      <translation>Alle Dateien wurden gelesen.</translation>
    </message>
    <message>
      <source>Nothing was guessed.</source>
      <translation>Nichts wurde vermutet.</translation>
    </message>
  </context>
  <context>
    <name>Actors</name>
    <message>
      <source>1 actor is hidden.</source>
      <translation>1 Akteur ist ausgeblendet.</translation>
    </message>
    <message>
      <source>{n} actors are hidden.</source>
      <translation>{n} Akteure sind ausgeblendet.</translation>
    </message>
    <message>
      <source>{told} Their mentions still count.</source>
      <translation>{told} Die Erwähnungen zählen weiterhin.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Umbenennen…</translation>
    </message>
    <message>
      <source>Another name…</source>
      <translation>Weiterer Name…</translation>
    </message>
    <message>
      <source>Role…</source>
      <translation>Amt…</translation>
    </message>
    <message>
      <source>Split off…</source>
      <translation>Abspalten…</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Not an actor</source>
      <translation>Kein Akteur</translation>
    </message>
    <message>
      <source>No longer on top</source>
      <translation>Nicht mehr oben</translation>
    </message>
    <message>
      <source>Keep on top</source>
      <translation>Oben halten</translation>
    </message>
    <message>
      <source>List again</source>
      <translation>Wieder aufführen</translation>
    </message>
    <message>
      <source>Hide in this list</source>
      <translation>In dieser Liste ausblenden</translation>
    </message>
    <message>
      <source>Kinds, columns and grouping</source>
      <translation>Arten, Spalten und Gruppierung</translation>
    </message>
    <message>
      <source>Group by kind</source>
      <translation>Nach Art gruppieren</translation>
    </message>
    <message>
      <source>All kinds</source>
      <translation>Alle Arten</translation>
    </message>
    <message>
      <source>First named</source>
      <translation>Zuerst genannt</translation>
    </message>
    <message>
      <source>Last named</source>
      <translation>Zuletzt genannt</translation>
    </message>
    <message>
      <source>The period before</source>
      <translation>Der Zeitraum davor</translation>
    </message>
    <message>
      <source>Hidden ones too  ·  {n}</source>
      <translation>Auch ausgeblendete  ·  {n}</translation>
    </message>
  </context>
  <context>
    <name>ActorRows</name>
    <message>
      <source>How often each is named</source>
      <translation>Wie oft jeder genannt wird: Erwähnungen</translation>
    </message>
    <message>
      <source>name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>here</source>
      <translation>hier</translation>
    </message>
    <message>
      <source>mentions</source>
      <translation>Erw.</translation>
    </message>
    <message>
      <source>trend</source>
      <translation>Trend</translation>
    </message>
    <message>
      <source>first</source>
      <translation>zuerst</translation>
    </message>
    <message>
      <source>last</source>
      <translation>zuletzt</translation>
    </message>
    <message>
      <source>before</source>
      <translation>davor</translation>
    </message>
    <message>
      <source>{first} and {second} letters in one word: it may imitate another name</source>
      <translation>{first} und {second}: Buchstaben beider Schriften in einem Wort; es ahmt vielleicht einen anderen Namen nach</translation>
    </message>
    <message>
      <source>Choose a period on the timeline to compare it with the one before.</source>
      <translation>Wählen Sie im Zeitverlauf einen Zeitraum, um ihn mit dem davor zu vergleichen.</translation>
    </message>
    <message>
      <source>{now} of {all} {unit} now; {then} of {all_then} in {days}</source>
      <translation>{unit} jetzt: {now} von {all}; {days}: {then} von {all_then}</translation>
    </message>
  </context>
  <context>
    <name>ActorsPane</name>
    <message>
      <source>Actors</source>
      <translation>Akteure</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filtern</translation>
    </message>
    <message>
      <source>Filter the actors</source>
      <translation>Akteure filtern</translation>
    </message>
    <message>
      <source>Select the two actors to merge first.</source>
      <translation>Wählen Sie erst die beiden Akteure, die zusammengeführt werden sollen.</translation>
    </message>
    <message>
      <source>Select just two actors to merge.</source>
      <translation>Wählen Sie zum Zusammenführen genau zwei Akteure.</translation>
    </message>
    <message>
      <source>{n} of {all}</source>
      <translation>{n} von {all}</translation>
    </message>
    <message>
      <source>No actor is named in the selection.</source>
      <translation>In der Auswahl ist kein Akteur genannt.</translation>
    </message>
    <message>
      <source>No actor here is called so.</source>
      <translation>Kein Akteur heißt hier so.</translation>
    </message>
    <message>
      <source>Actors in the selection</source>
      <translation>Akteure der Auswahl</translation>
    </message>
    <message>
      <source>Only articles naming {actor}</source>
      <translation>Nur Artikel, die {actor} nennen</translation>
    </message>
    <message>
      <source>Merge the two…</source>
      <translation>Die beiden zusammenführen…</translation>
    </message>
    <message>
      <source>Merge into…</source>
      <translation>Zusammenführen mit…</translation>
    </message>
  </context>
  <context>
    <name>NameRows</name>
    <message>
      <source>undated</source>
      <translation>undatiert</translation>
    </message>
    <message>
      <source>outlet</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>period</source>
      <translation>Zeitraum</translation>
    </message>
    <message>
      <source>mentions</source>
      <translation>Erw.</translation>
    </message>
    <message>
      <source>other names</source>
      <translation>andere Namen</translation>
    </message>
  </context>
  <context>
    <name>AppellationsPane</name>
    <message>
      <source>Names</source>
      <translation>Namen</translation>
    </message>
    <message>
      <source>Places behind a number</source>
      <translation>Stellen hinter einer Zahl</translation>
    </message>
    <message>
      <source>Click a number to read the sentences behind it.</source>
      <translation>Klicken Sie auf eine Zahl, um die Sätze dahinter zu lesen.</translation>
    </message>
    <message>
      <source>Choose an actor to see which outlet calls it by which name.</source>
      <translation>Wählen Sie einen Akteur, um zu sehen, welches Medium ihn wie nennt.</translation>
    </message>
    <message>
      <source>Whose names</source>
      <translation>Wessen Namen</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>1 name</source>
      <translation>1 Name</translation>
    </message>
    <message>
      <source>{n} names</source>
      <translation>{n} Namen</translation>
    </message>
    <message>
      <source>{actor}: {names}, {mentions} mentions</source>
      <translation>{actor}: {names}, {mentions} Erwähnungen</translation>
    </message>
    <message>
      <source>By outlet</source>
      <translation>Nach Medium</translation>
    </message>
    <message>
      <source>Over time</source>
      <translation>Im Lauf der Zeit</translation>
    </message>
    <message>
      <source>Names of the actor</source>
      <translation>Namen des Akteurs</translation>
    </message>
  </context>
  <context>
    <name>ArticlesPane</name>
    <message>
      <source>Star</source>
      <translation>Stern</translation>
    </message>
    <message>
      <source>Read or unread</source>
      <translation>Gelesen oder ungelesen</translation>
    </message>
    <message>
      <source>Relevant</source>
      <translation>Relevant</translation>
    </message>
    <message>
      <source>Not relevant</source>
      <translation>Nicht relevant</translation>
    </message>
    <message>
      <source>Tone</source>
      <translation>Ton</translation>
    </message>
    <message>
      <source>Labels…</source>
      <translation>Schlagwörter…</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>Bearbeiten…</translation>
    </message>
    <message>
      <source>Set dates…</source>
      <translation>Datum festlegen…</translation>
    </message>
    <message>
      <source>Erase for good…</source>
      <translation>Endgültig löschen…</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>{n} of {all}</source>
      <translation>{n} von {all}</translation>
    </message>
    <message>
      <source>No article fits. Take out words or a chip above to see more.</source>
      <translation>Kein Artikel passt. Nehmen Sie oben Wörter oder einen Filter weg, um mehr zu sehen.</translation>
    </message>
    <message>
      <source>Drop files, folders or text anywhere here to import them.</source>
      <translation>Legen Sie Dateien, Ordner oder Text irgendwo hier ab, um sie zu importieren.</translation>
    </message>
    <message>
      <source>Newest</source>
      <translation>Neueste</translation>
    </message>
    <message>
      <source>Oldest</source>
      <translation>Älteste</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>Outlet</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>Most mentions</source>
      <translation>Meiste Erwähnungen</translation>
    </message>
    <message>
      <source>Articles in the selection</source>
      <translation>Artikel der Auswahl</translation>
    </message>
    <message>
      <source>Order of the articles</source>
      <translation>Reihenfolge der Artikel</translation>
    </message>
    <message>
      <source>Fold copies of a story</source>
      <translation>Kopien einer Meldung zusammenfassen</translation>
    </message>
    <message>
      <source>Keep in a tab</source>
      <translation>In eigenem Tab behalten</translation>
    </message>
    <message>
      <source>Only {outlet}</source>
      <translation>Nur {outlet}</translation>
    </message>
    <message>
      <source>The {n} articles of this story</source>
      <translation>Die {n} Artikel dieser Meldung</translation>
    </message>
    <message>
      <source>The articles of this day</source>
      <translation>Die Artikel dieses Tages</translation>
    </message>
  </context>
  <context>
    <name>ArticleRows</name>
    <message>
      <source>also in 1 outlet</source>
      <translation>auch in 1 Medium</translation>
    </message>
    <message>
      <source>also in {n} outlets</source>
      <translation>auch in {n} Medien</translation>
    </message>
    <message>
      <source>1 more copy</source>
      <translation>1 weitere Kopie</translation>
    </message>
    <message>
      <source>{n} more copies</source>
      <translation>{n} weitere Kopien</translation>
    </message>
    <message>
      <source>not tagged</source>
      <translation>nicht ausgewertet</translation>
    </message>
  </context>
  <context>
    <name>ArticleRow</name>
    <message>
      <source>undated</source>
      <translation>undatiert</translation>
    </message>
  </context>
  <context>
    <name>Signs</name>
    <message>
      <source>starred</source>
      <translation>mit Stern</translation>
    </message>
    <message>
      <source>relevant</source>
      <translation>relevant</translation>
    </message>
    <message>
      <source>not relevant</source>
      <translation>nicht relevant</translation>
    </message>
    <message>
      <source>unread</source>
      <translation>ungelesen</translation>
    </message>
  </context>
  <context>
    <name>FormRows</name>
    <message>
      <source>form</source>
      <translation>Wortform</translation>
    </message>
    <message>
      <source>means</source>
      <translation>meint</translation>
    </message>
    <message>
      <source>mentions</source>
      <translation>Erw.</translation>
    </message>
    <message>
      <source>doubt</source>
      <translation>Zweifel</translation>
    </message>
  </context>
  <context>
    <name>MergeRows</name>
    <message>
      <source>may be</source>
      <translation>ist vielleicht</translation>
    </message>
    <message>
      <source>the same as</source>
      <translation>derselbe Akteur wie</translation>
    </message>
    <message>
      <source>mentions</source>
      <translation>Erw.</translation>
    </message>
    <message>
      <source>why</source>
      <translation>Grund</translation>
    </message>
  </context>
  <context>
    <name>Cleaning</name>
    <message>
      <source>{first} and {second} letters in one word</source>
      <translation>{first} und {second}: Buchstaben beider Schriften in einem Wort</translation>
    </message>
    <message>
      <source>others are called the same</source>
      <translation>andere heißen ebenso</translation>
    </message>
    <message>
      <source>means others too</source>
      <translation>meint auch andere</translation>
    </message>
    <message>
      <source>no register knows it</source>
      <translation>in keinem Register</translation>
    </message>
    <message>
      <source>taken for different kinds of thing</source>
      <translation>für Verschiedenes gehalten</translation>
    </message>
    <message>
      <source>looks like no name</source>
      <translation>sieht nicht wie ein Name aus</translation>
    </message>
    <message>
      <source>spelled alike</source>
      <translation>gleich geschrieben</translation>
    </message>
    <message>
      <source>the same words in another order</source>
      <translation>dieselben Wörter in anderer Reihenfolge</translation>
    </message>
    <message>
      <source>{mine} and {theirs} differ by a few letters</source>
      <translation>{mine} und {theirs} unterscheiden sich um wenige Buchstaben</translation>
    </message>
    <message>
      <source>{mine} and {theirs}: one is part of the other</source>
      <translation>{mine} und {theirs}: eines ist Teil des anderen</translation>
    </message>
    <message>
      <source>a {one} and a {other}</source>
      <translation>Arten: {one} und {other}</translation>
    </message>
    <message>
      <source>{shared} of 1 named beside it is shared</source>
      <translation>von 1 daneben genannten Akteur {shared} gemeinsam</translation>
    </message>
    <message>
      <source>{shared} of {n} named beside it are shared</source>
      <translation>von {n} daneben genannten Akteuren {shared} gemeinsam</translation>
    </message>
  </context>
  <context>
    <name>CleaningPane</name>
    <message>
      <source>Cleaning</source>
      <translation>Bereinigung</translation>
    </message>
    <message>
      <source>Forms that deserve a look</source>
      <translation>Wortformen, die einen Blick verdienen</translation>
    </message>
    <message>
      <source>Actors that may be one</source>
      <translation>Akteure, die vielleicht einer sind</translation>
    </message>
    <message>
      <source>Places of the form</source>
      <translation>Stellen der Wortform</translation>
    </message>
    <message>
      <source>Why nothing is listed</source>
      <translation>Warum nichts aufgeführt ist</translation>
    </message>
    <message>
      <source>1 merge is suggested</source>
      <translation>1 Zusammenführung vorgeschlagen</translation>
    </message>
    <message>
      <source>{n} merges are suggested</source>
      <translation>{n} Zusammenführungen vorgeschlagen</translation>
    </message>
    <message>
      <source>1 form deserves a look</source>
      <translation>1 Wortform verdient einen Blick</translation>
    </message>
    <message>
      <source>{n} forms deserve a look</source>
      <translation>{n} Wortformen verdienen einen Blick</translation>
    </message>
    <message>
      <source>No two actors look as if they were one.</source>
      <translation>Keine zwei Akteure sehen aus, als wären sie einer.</translation>
    </message>
    <message>
      <source>Nothing is doubtful that nobody has decided about.</source>
      <translation>Nichts ist zweifelhaft, worüber nicht schon entschieden wäre.</translation>
    </message>
    <message>
      <source>Merge…  ⏎</source>
      <translation>Zusammenführen…  ⏎</translation>
    </message>
    <message>
      <source>Right  ⏎</source>
      <translation>Richtig  ⏎</translation>
    </message>
    <message>
      <source>Merging them would change {reach}.</source>
      <translation>Das Zusammenführen änderte {reach}.</translation>
    </message>
    <message>
      <source>Forms</source>
      <translation>Wortformen</translation>
    </message>
    <message>
      <source>Merges</source>
      <translation>Zusammenführungen</translation>
    </message>
    <message>
      <source>The form rightly means its actor</source>
      <translation>Die Wortform meint ihren Akteur zu Recht</translation>
    </message>
    <message>
      <source>Means…  A</source>
      <translation>Meint…  A</translation>
    </message>
    <message>
      <source>The form means another actor</source>
      <translation>Die Wortform meint einen anderen Akteur</translation>
    </message>
    <message>
      <source>Kind  C</source>
      <translation>Art  C</translation>
    </message>
    <message>
      <source>The actor is of another kind</source>
      <translation>Der Akteur ist von anderer Art</translation>
    </message>
    <message>
      <source>Nobody  X</source>
      <translation>Niemand  X</translation>
    </message>
    <message>
      <source>The actor is none, or this name of it</source>
      <translation>Der Akteur ist keiner, oder dieser Name meint ihn nicht</translation>
    </message>
    <message>
      <source>Not the same  N</source>
      <translation>Nicht dasselbe  N</translation>
    </message>
    <message>
      <source>They are two, for good</source>
      <translation>Es sind zwei, endgültig</translation>
    </message>
    <message>
      <source>Skip  S</source>
      <translation>Überspringen  S</translation>
    </message>
    <message>
      <source>Leave it for now</source>
      <translation>Vorerst lassen</translation>
    </message>
  </context>
  <context>
    <name>ConcordancePane</name>
    <message>
      <source>Concordance</source>
      <translation>Konkordanz</translation>
    </message>
    <message>
      <source>Places in context</source>
      <translation>Stellen im Kontext</translation>
    </message>
    <message>
      <source>Order of the places</source>
      <translation>Reihenfolge der Stellen</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Choose an actor, or search for words: each place is a line here.</source>
      <translation>Wählen Sie einen Akteur oder suchen Sie Wörter: Jede Stelle ist hier eine Zeile.</translation>
    </message>
    <message>
      <source>No place fits. Take out words or a chip above to see more.</source>
      <translation>Keine Stelle passt. Nehmen Sie oben Wörter oder einen Filter weg, um mehr zu sehen.</translation>
    </message>
    <message>
      <source>the newest {n} places</source>
      <translation>die neuesten {n} Stellen</translation>
    </message>
    <message>
      <source>{n} mention</source>
      <translation>{n} Erwähnung</translation>
    </message>
    <message>
      <source>{n} mentions</source>
      <translation>{n} Erwähnungen</translation>
    </message>
    <message>
      <source>{n} place</source>
      <translation>{n} Stelle</translation>
    </message>
    <message>
      <source>{n} places</source>
      <translation>{n} Stellen</translation>
    </message>
    <message>
      <source>Newest</source>
      <translation>Neueste</translation>
    </message>
    <message>
      <source>Words before</source>
      <translation>Wörter davor</translation>
    </message>
    <message>
      <source>Spelling</source>
      <translation>Schreibweise</translation>
    </message>
    <message>
      <source>Words after</source>
      <translation>Wörter danach</translation>
    </message>
  </context>
  <context>
    <name>DecisionRows</name>
    <message>
      <source>when</source>
      <translation>wann</translation>
    </message>
    <message>
      <source>who</source>
      <translation>wer</translation>
    </message>
    <message>
      <source>decision</source>
      <translation>Entscheidung</translation>
    </message>
    <message>
      <source>why</source>
      <translation>Grund</translation>
    </message>
    <message>
      <source>reached</source>
      <translation>Reichweite</translation>
    </message>
    <message>
      <source>holds</source>
      <translation>gilt</translation>
    </message>
    <message>
      <source>taken back</source>
      <translation>zurückgenommen</translation>
    </message>
    <message>
      <source>{who}, {when}</source>
      <translation>{who}, {when}</translation>
    </message>
  </context>
  <context>
    <name>DecisionsPane</name>
    <message>
      <source>Decisions</source>
      <translation>Entscheidungen</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filtern</translation>
    </message>
    <message>
      <source>Filter the decisions</source>
      <translation>Entscheidungen filtern</translation>
    </message>
    <message>
      <source>Why no decision is listed</source>
      <translation>Warum keine Entscheidung aufgeführt ist</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Zurücknehmen</translation>
    </message>
    <message>
      <source>1 decision</source>
      <translation>1 Entscheidung</translation>
    </message>
    <message>
      <source>{n} decisions</source>
      <translation>{n} Entscheidungen</translation>
    </message>
    <message>
      <source>{words}, {n} hold</source>
      <translation>{words}, {n} gültig</translation>
    </message>
    <message>
      <source>Every correction is listed here: who decided it, why, and what it reached. Each can be taken back by itself, whenever.</source>
      <translation>Jede Korrektur ist hier aufgeführt: wer sie entschied, warum, und was sie erreichte. Jede lässt sich jederzeit für sich zurücknehmen.</translation>
    </message>
    <message>
      <source>No decision fits.</source>
      <translation>Keine Entscheidung passt.</translation>
    </message>
    <message>
      <source>Put back</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>What that decision is about is not here now.</source>
      <translation>Worum es in dieser Entscheidung geht, ist jetzt nicht hier.</translation>
    </message>
    <message>
      <source>Go to what it is about</source>
      <translation>Zur betroffenen Stelle gehen</translation>
    </message>
    <message>
      <source>What was decided</source>
      <translation>Was entschieden wurde</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>Hold</source>
      <translation>Gültig</translation>
    </message>
    <message>
      <source>Taken back</source>
      <translation>Zurückgenommen</translation>
    </message>
  </context>
  <context>
    <name>FacetRows</name>
    <message>
      <source>{value}, chosen</source>
      <translation>{value}, gewählt</translation>
    </message>
    <message>
      <source>Outlets</source>
      <translation>Medien</translation>
    </message>
    <message>
      <source>Languages</source>
      <translation>Sprachen</translation>
    </message>
    <message>
      <source>Tone</source>
      <translation>Ton</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <source>Unknown language</source>
      <translation>Unbekannte Sprache</translation>
    </message>
  </context>
  <context>
    <name>FacetsPane</name>
    <message>
      <source>Narrow by</source>
      <translation>Eingrenzen nach</translation>
    </message>
    <message>
      <source>Outlets, languages, tones and labels</source>
      <translation>Medien, Sprachen, Töne und Schlagwörter</translation>
    </message>
    <message>
      <source>Rename the label…</source>
      <translation>Schlagwort umbenennen…</translation>
    </message>
  </context>
  <context>
    <name>Canvas</name>
    <message>
      <source>Network</source>
      <translation>Netzwerk</translation>
    </message>
  </context>
  <context>
    <name>Network</name>
    <message>
      <source>1 sentence</source>
      <translation>1 Satz</translation>
    </message>
    <message>
      <source>{n} sentences</source>
      <translation>{n} Sätze</translation>
    </message>
    <message>
      <source>1 actor</source>
      <translation>1 Akteur</translation>
    </message>
    <message>
      <source>{n} actors</source>
      <translation>{n} Akteure</translation>
    </message>
    <message>
      <source>1 pair</source>
      <translation>1 Paar</translation>
    </message>
    <message>
      <source>{n} pairs</source>
      <translation>{n} Paare</translation>
    </message>
    <message>
      <source>the strongest {n} of {all} pairs</source>
      <translation>die stärksten {n} von {all} Paaren</translation>
    </message>
    <message>
      <source>{sentences} of the newest articles</source>
      <translation>{sentences} der neuesten Artikel</translation>
    </message>
    <message>
      <source>{one} and {other}: {counted} together, by chance {expected}</source>
      <translation>{one} und {other}: {counted} gemeinsam, zufällig wären {expected}</translation>
    </message>
    <message>
      <source>1 mention</source>
      <translation>1 Erwähnung</translation>
    </message>
    <message>
      <source>{n} mentions</source>
      <translation>{n} Erwähnungen</translation>
    </message>
    <message>
      <source>with {actors}</source>
      <translation>mit {actors}</translation>
    </message>
    <message>
      <source>articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>stories</source>
      <translation>Meldungen</translation>
    </message>
    <message>
      <source>outlets</source>
      <translation>Medien</translation>
    </message>
  </context>
  <context>
    <name>TieRows</name>
    <message>
      <source>actor</source>
      <translation>Akteur</translation>
    </message>
    <message>
      <source>named with</source>
      <translation>genannt mit</translation>
    </message>
    <message>
      <source>sentences</source>
      <translation>Sätze</translation>
    </message>
    <message>
      <source>by chance</source>
      <translation>zufällig</translation>
    </message>
    <message>
      <source>association</source>
      <translation>Assoziation</translation>
    </message>
  </context>
  <context>
    <name>NetworkPane</name>
    <message>
      <source>Network</source>
      <translation>Netzwerk</translation>
    </message>
    <message>
      <source>No actor is named in the selection.</source>
      <translation>In der Auswahl wird kein Akteur genannt.</translation>
    </message>
    <message>
      <source>Named together in what</source>
      <translation>Worin gemeinsam genannt</translation>
    </message>
    <message>
      <source>Which pairs come first</source>
      <translation>Welche Paare zuerst kommen</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>Speichern…</translation>
    </message>
    <message>
      <source>The table is on the clipboard.</source>
      <translation>Die Tabelle ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>The picture is on the clipboard.</source>
      <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>{library} network</source>
      <translation>{library} Netzwerk</translation>
    </message>
    <message>
      <source>In one article</source>
      <translation>In einem Artikel</translation>
    </message>
    <message>
      <source>In one sentence</source>
      <translation>In einem Satz</translation>
    </message>
    <message>
      <source>More than by chance</source>
      <translation>Mehr als zufällig</translation>
    </message>
    <message>
      <source>Most often</source>
      <translation>Am häufigsten</translation>
    </message>
    <message>
      <source>Network as a table</source>
      <translation>Netzwerk als Tabelle</translation>
    </message>
  </context>
  <context>
    <name>Aside</name>
    <message>
      <source>Open the best one</source>
      <translation>Den besten öffnen</translation>
    </message>
    <message>
      <source>Not in the present selection</source>
      <translation>Nicht in der jetzigen Auswahl</translation>
    </message>
    <message>
      <source>{actor} is not named in this article</source>
      <translation>{actor} wird in diesem Artikel nicht genannt</translation>
    </message>
    <message>
      <source>{actor} is not named in this article; 1 other names them</source>
      <translation>{actor} wird in diesem Artikel nicht genannt, aber in 1 anderen</translation>
    </message>
    <message>
      <source>{actor} is not named in this article; {n} others name them</source>
      <translation>{actor} wird in diesem Artikel nicht genannt, aber in {n} anderen</translation>
    </message>
  </context>
  <context>
    <name>Card</name>
    <message>
      <source>Also: {names}</source>
      <translation>Auch: {names}</translation>
    </message>
    <message>
      <source>Assign…</source>
      <translation>Zuordnen…</translation>
    </message>
    <message>
      <source>Merge…</source>
      <translation>Zusammenführen…</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Umbenennen…</translation>
    </message>
    <message>
      <source>The words name nobody here (Delete)</source>
      <translation>Die Wörter nennen hier niemanden (Entf)</translation>
    </message>
    <message>
      <source>The words name nobody here</source>
      <translation>Die Wörter nennen hier niemanden</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <source>More that can be done</source>
      <translation>Was noch möglich ist</translation>
    </message>
  </context>
  <context>
    <name>Reader</name>
    <message>
      <source>{words} is…</source>
      <translation>{words} ist…</translation>
    </message>
    <message>
      <source>{words} means an actor everywhere…</source>
      <translation>{words} meint überall einen Akteur…</translation>
    </message>
    <message>
      <source>This one means somebody else…</source>
      <translation>Hier ist jemand anderes gemeint…</translation>
    </message>
    <message>
      <source>Merge into…</source>
      <translation>Zusammenführen mit…</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Umbenennen…</translation>
    </message>
    <message>
      <source>Another name…</source>
      <translation>Weiterer Name…</translation>
    </message>
    <message>
      <source>Split off…</source>
      <translation>Abspalten…</translation>
    </message>
    <message>
      <source>Not an actor, anywhere</source>
      <translation>Nirgends ein Akteur</translation>
    </message>
    <message>
      <source>{words} names nobody</source>
      <translation>{words} nennt niemanden</translation>
    </message>
    <message>
      <source>Here	Del</source>
      <translation>Hier	Entf</translation>
    </message>
    <message>
      <source>In this article</source>
      <translation>In diesem Artikel</translation>
    </message>
    <message>
      <source>Wherever it was read as {actor}</source>
      <translation>Wo immer es als {actor} gelesen wurde</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>{words} always means</source>
      <translation>{words} meint immer</translation>
    </message>
    <message>
      <source>the town</source>
      <translation>die Stadt</translation>
    </message>
    <message>
      <source>the state</source>
      <translation>den Staat</translation>
    </message>
    <message>
      <source>the one or the other, as the text says</source>
      <translation>das eine oder das andere, je nach Text</translation>
    </message>
    <message>
      <source>saved {day}</source>
      <translation>gespeichert am {day}</translation>
    </message>
    <message>
      <source>by {author}</source>
      <translation>von {author}</translation>
    </message>
    <message>
      <source>{n} word</source>
      <translation>{n} Wort</translation>
    </message>
    <message>
      <source>{n} words</source>
      <translation>{n} Wörter</translation>
    </message>
    <message>
      <source>title taken from the text</source>
      <translation>Titel dem Text entnommen</translation>
    </message>
    <message>
      <source>text corrected by {who}</source>
      <translation>Text korrigiert von {who}</translation>
    </message>
    <message>
      <source>tone: {tone}</source>
      <translation>Ton: {tone}</translation>
    </message>
    <message>
      <source>names from the registers only: no pipeline for {language}</source>
      <translation>Namen nur aus den Registern: keine Pipeline für {language}</translation>
    </message>
    <message>
      <source>undated</source>
      <translation>undatiert</translation>
    </message>
    <message>
      <source>Note on the article…</source>
      <translation>Notiz zum Artikel…</translation>
    </message>
    <message>
      <source>Note on the selected words…</source>
      <translation>Notiz zu den gewählten Wörtern…</translation>
    </message>
    <message>
      <source>These are the article's words</source>
      <translation>Das gehört zum Artikel</translation>
    </message>
    <message>
      <source>These are the article's words in every article of {outlet}…</source>
      <translation>Das gehört in jedem Artikel von {outlet} dazu…</translation>
    </message>
    <message>
      <source>Not the article's words</source>
      <translation>Das gehört nicht zum Artikel</translation>
    </message>
    <message>
      <source>Not the article's words in every article of {outlet}…</source>
      <translation>Das gehört in keinem Artikel von {outlet} dazu…</translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message>
      <source>Find in this article</source>
      <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
      <source>Previous</source>
      <translation>Vorige Stelle</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Nächste Stelle</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>{n} of {all}</source>
      <translation>{n} von {all}</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Nichts gefunden</translation>
    </message>
  </context>
  <context>
    <name>NotesBar</name>
    <message>
      <source>Notes</source>
      <translation>Notizen</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>Ändern…</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>{quote} is not in this version</source>
      <translation>{quote} steht nicht in dieser Fassung</translation>
    </message>
  </context>
  <context>
    <name>Paper</name>
    <message>
      <source>Text of the article</source>
      <translation>Text des Artikels</translation>
    </message>
  </context>
  <context>
    <name>ReadingRoom</name>
    <message>
      <source>{n} articles stand open in tabs. Close one of them first.</source>
      <translation>{n} Artikel sind in Tabs geöffnet. Schließen Sie erst einen davon.</translation>
    </message>
    <message>
      <source>Choose an article first.</source>
      <translation>Wählen Sie erst einen Artikel.</translation>
    </message>
    <message>
      <source>Tab: {title}</source>
      <translation>Tab: {title}</translation>
    </message>
  </context>
  <context>
    <name>Strip</name>
    <message>
      <source>Where the mentions stand</source>
      <translation>Wo die Erwähnungen stehen</translation>
    </message>
  </context>
  <context>
    <name>Tabs</name>
    <message>
      <source>Open articles</source>
      <translation>Offene Artikel</translation>
    </message>
    <message>
      <source>No longer in the library</source>
      <translation>Nicht mehr in der Bibliothek</translation>
    </message>
    <message>
      <source>{title}: follows what is chosen; Ctrl+T keeps it</source>
      <translation>{title}: folgt der Auswahl; Strg+T behält ihn</translation>
    </message>
    <message>
      <source>Close {title}</source>
      <translation>{title} schließen</translation>
    </message>
    <message>
      <source>Close (Ctrl+W)</source>
      <translation>Schließen (Strg+W)</translation>
    </message>
    <message>
      <source>Keep in a tab</source>
      <translation>In eigenem Tab behalten</translation>
    </message>
    <message>
      <source>Put on the other side</source>
      <translation>Auf die andere Seite legen</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Close the others</source>
      <translation>Die anderen schließen</translation>
    </message>
  </context>
  <context>
    <name>Turning</name>
    <message>
      <source>Previous part</source>
      <translation>Voriger Teil</translation>
    </message>
    <message>
      <source>Next part</source>
      <translation>Nächster Teil</translation>
    </message>
    <message>
      <source>Part {n} of {all}</source>
      <translation>Teil {n} von {all}</translation>
    </message>
  </context>
  <context>
    <name>ReaderPane</name>
    <message>
      <source>Reader</source>
      <translation>Leser</translation>
    </message>
    <message>
      <source>Choose an article to read it here.</source>
      <translation>Wählen Sie einen Artikel, um ihn hier zu lesen.</translation>
    </message>
    <message>
      <source>The provider has withdrawn this article: do not use it.</source>
      <translation>Der Anbieter hat diesen Artikel zurückgezogen: Verwenden Sie ihn nicht.</translation>
    </message>
    <message>
      <source>This article is under embargo: do not use it yet.</source>
      <translation>Dieser Artikel unterliegt einer Sperrfrist: Verwenden Sie ihn noch nicht.</translation>
    </message>
    <message>
      <source>Nothing is marked in this article.</source>
      <translation>In diesem Artikel ist nichts markiert.</translation>
    </message>
    <message>
      <source>Select a name in the article, or step to a mention.</source>
      <translation>Wählen Sie einen Namen im Artikel, oder springen Sie zu einer Erwähnung.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message>
      <source>Share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>Stories</source>
      <translation>Meldungen</translation>
    </message>
    <message>
      <source>Outlets</source>
      <translation>Medien</translation>
    </message>
    <message>
      <source>Mentions</source>
      <translation>Erwähnungen</translation>
    </message>
    <message>
      <source>Share of stories</source>
      <translation>Anteil der Meldungen</translation>
    </message>
    <message>
      <source>Share of outlets</source>
      <translation>Anteil der Medien</translation>
    </message>
    <message>
      <source>a day</source>
      <translation>je Tag</translation>
    </message>
    <message>
      <source>a week</source>
      <translation>je Woche</translation>
    </message>
    <message>
      <source>a month</source>
      <translation>je Monat</translation>
    </message>
    <message>
      <source>1 article, {by}</source>
      <translation>1 Artikel, {by}</translation>
    </message>
    <message>
      <source>{n} articles, {by}</source>
      <translation>{n} Artikel, {by}</translation>
    </message>
    <message>
      <source>share of the one dated article, {by}</source>
      <translation>Anteil an dem einen datierten Artikel, {by}</translation>
    </message>
    <message>
      <source>share of all {n} dated articles, {by}</source>
      <translation>Anteil an allen {n} datierten Artikeln, {by}</translation>
    </message>
    <message>
      <source>whether the one dated article names the actor, {by}</source>
      <translation>ob der eine datierte Artikel den Akteur nennt, {by}</translation>
    </message>
    <message>
      <source>articles that name the actor, of {n} dated ones, {by}</source>
      <translation>Artikel, die den Akteur nennen, von {n} datierten, {by}</translation>
    </message>
    <message>
      <source>mentions in the one dated article, {by}</source>
      <translation>Erwähnungen in dem einen datierten Artikel, {by}</translation>
    </message>
    <message>
      <source>mentions in {n} dated articles, {by}</source>
      <translation>Erwähnungen in {n} datierten Artikeln, {by}</translation>
    </message>
    <message>
      <source>1 story, {by}</source>
      <translation>1 Meldung, {by}</translation>
    </message>
    <message>
      <source>{n} stories, {by}</source>
      <translation>{n} Meldungen, {by}</translation>
    </message>
    <message>
      <source>share of the one dated story, {by}</source>
      <translation>Anteil an der einen datierten Meldung, {by}</translation>
    </message>
    <message>
      <source>share of all {n} dated stories, {by}</source>
      <translation>Anteil an allen {n} datierten Meldungen, {by}</translation>
    </message>
    <message>
      <source>whether the one dated story names the actor, {by}</source>
      <translation>ob die eine datierte Meldung den Akteur nennt, {by}</translation>
    </message>
    <message>
      <source>stories that name the actor, of {n} dated ones, {by}</source>
      <translation>Meldungen, die den Akteur nennen, von {n} datierten, {by}</translation>
    </message>
    <message>
      <source>mentions in the one dated story, {by}</source>
      <translation>Erwähnungen in der einen datierten Meldung, {by}</translation>
    </message>
    <message>
      <source>mentions in {n} dated stories, {by}</source>
      <translation>Erwähnungen in {n} datierten Meldungen, {by}</translation>
    </message>
    <message>
      <source>1 outlet, {by}</source>
      <translation>1 Medium, {by}</translation>
    </message>
    <message>
      <source>{n} outlets, {by}</source>
      <translation>{n} Medien, {by}</translation>
    </message>
    <message>
      <source>share of the one outlet, {by}</source>
      <translation>Anteil an dem einen Medium, {by}</translation>
    </message>
    <message>
      <source>share of all {n} outlets, {by}</source>
      <translation>Anteil an allen {n} Medien, {by}</translation>
    </message>
    <message>
      <source>whether the one outlet names the actor, {by}</source>
      <translation>ob das eine Medium den Akteur nennt, {by}</translation>
    </message>
    <message>
      <source>outlets that name the actor, of {n}, {by}</source>
      <translation>Medien, die den Akteur nennen, von {n}, {by}</translation>
    </message>
    <message>
      <source>mentions in the one outlet, {by}</source>
      <translation>Erwähnungen in dem einen Medium, {by}</translation>
    </message>
    <message>
      <source>mentions in {n} outlets, {by}</source>
      <translation>Erwähnungen in {n} Medien, {by}</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>Ändern…</translation>
    </message>
    <message>
      <source>Open its article</source>
      <translation>Den Artikel dazu öffnen</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>The event “{words}” is deleted.</source>
      <translation>Das Ereignis „{words}“ wurde gelöscht.</translation>
    </message>
  </context>
  <context>
    <name>Chart</name>
    <message>
      <source>Timeline</source>
      <translation>Zeitverlauf</translation>
    </message>
    <message>
      <source>undated</source>
      <translation>undatiert</translation>
    </message>
  </context>
  <context>
    <name>FrequencyRows</name>
    <message>
      <source>undated</source>
      <translation>undatiert</translation>
    </message>
    <message>
      <source>period</source>
      <translation>Zeitraum</translation>
    </message>
    <message>
      <source>events</source>
      <translation>Ereignisse</translation>
    </message>
  </context>
  <context>
    <name>Telling</name>
    <message>
      <source>No article of the selection has a day.</source>
      <translation>Kein Artikel der Auswahl hat ein Datum.</translation>
    </message>
    <message>
      <source>{whole}, {days}.</source>
      <translation>{whole}, {days}.</translation>
    </message>
    <message>
      <source>Without a day: {undated}.</source>
      <translation>Ohne Datum: {undated}.</translation>
    </message>
    <message>
      <source>In 1 period the library holds nothing.</source>
      <translation>In 1 Zeitabschnitt enthält die Bibliothek nichts.</translation>
    </message>
    <message>
      <source>In {n} periods the library holds nothing.</source>
      <translation>In {n} Zeitabschnitten enthält die Bibliothek nichts.</translation>
    </message>
    <message>
      <source>{actor}: not named on any day.</source>
      <translation>{actor}: an keinem Tag genannt.</translation>
    </message>
    <message>
      <source>1 mention</source>
      <translation>1 Erwähnung</translation>
    </message>
    <message>
      <source>{n} mentions</source>
      <translation>{n} Erwähnungen</translation>
    </message>
    <message>
      <source>the largest share on {when} ({share}: {n} of {all})</source>
      <translation>größter Anteil: {when} ({share}: {n} von {all})</translation>
    </message>
    <message>
      <source>most on {when} ({n})</source>
      <translation>am meisten: {when} ({n})</translation>
    </message>
    <message>
      <source>{actor}: {told}.</source>
      <translation>{actor}: {told}.</translation>
    </message>
    <message>
      <source>Most on {when} ({n}).</source>
      <translation>Am meisten: {when} ({n}).</translation>
    </message>
  </context>
  <context>
    <name>TimelinePane</name>
    <message>
      <source>Timeline</source>
      <translation>Zeitverlauf</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Copy, or drag the picture to another program</source>
      <translation>Kopieren oder das Bild in ein anderes Programm ziehen</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>Speichern…</translation>
    </message>
    <message>
      <source>Pin an event…</source>
      <translation>Ereignis anheften…</translation>
    </message>
    <message>
      <source>Only its articles</source>
      <translation>Nur die Artikel dazu</translation>
    </message>
    <message>
      <source>What makes it up…</source>
      <translation>Woraus es besteht…</translation>
    </message>
    <message>
      <source>The table is on the clipboard.</source>
      <translation>Die Tabelle ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>The picture is on the clipboard.</source>
      <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>{library} timeline</source>
      <translation>{library} Zeitverlauf</translation>
    </message>
    <message>
      <source>Choose the actors first whom the chart is to show.</source>
      <translation>Wählen Sie erst die Akteure, die das Diagramm zeigen soll.</translation>
    </message>
    <message>
      <source>{part} selected</source>
      <translation>{part} gewählt</translation>
    </message>
    <message>
      <source>{when}: nothing in the library</source>
      <translation>{when}: nichts in der Bibliothek</translation>
    </message>
    <message>
      <source>click to see why</source>
      <translation>klicken, um zu sehen, warum</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>Woche</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Monat</translation>
    </message>
    <message>
      <source>Timeline as a table</source>
      <translation>Zeitverlauf als Tabelle</translation>
    </message>
  </context>
  <context>
    <name>Why</name>
    <message>
      <source>Told most</source>
      <translation>Am meisten berichtet</translation>
    </message>
    <message>
      <source>Words of the headlines</source>
      <translation>Wörter der Schlagzeilen</translation>
    </message>
    <message>
      <source>{n} articles</source>
      <translation>{n} Artikel</translation>
    </message>
    <message>
      <source>1 outlet</source>
      <translation>1 Medium</translation>
    </message>
    <message>
      <source>{n} outlets</source>
      <translation>{n} Medien</translation>
    </message>
  </context>
  <context>
    <name>Preferences</name>
    <message>
      <source>Appearance</source>
      <translation>Darstellung</translation>
    </message>
    <message>
      <source>Like the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>Hoher Kontrast</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <source>High contrast draws thick lines, and letters at a contrast of 7 to 1 or more.</source>
      <translation>Hoher Kontrast zeichnet dicke Linien, und Buchstaben mit einem Kontrast von 7 zu 1 oder mehr.</translation>
    </message>
    <message>
      <source>Size of everything</source>
      <translation>Größe von allem</translation>
    </message>
    <message>
      <source>Letters, icons and rows, from the next start of the program on.</source>
      <translation>Schrift, Symbole und Zeilen, ab dem nächsten Start des Programms.</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Of the window, from the next start of the program on.</source>
      <translation>Des Fensters, ab dem nächsten Start des Programms.</translation>
    </message>
    <message>
      <source>Reading</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <source>After 1 second</source>
      <translation>Nach 1 Sekunde</translation>
    </message>
    <message>
      <source>After {n} seconds</source>
      <translation>Nach {n} Sekunden</translation>
    </message>
    <message>
      <source>Letters of the articles</source>
      <translation>Schrift der Artikel</translation>
    </message>
    <message>
      <source>Ctrl with + and −, or with the mouse wheel, changes them too.</source>
      <translation>Strg mit + und −, oder mit dem Mausrad, ändert sie ebenfalls.</translation>
    </message>
    <message>
      <source>An article counts as read</source>
      <translation>Ein Artikel gilt als gelesen</translation>
    </message>
    <message>
      <source>U marks it by hand, and takes the mark away again.</source>
      <translation>U kennzeichnet ihn von Hand und nimmt das Kennzeichen wieder weg.</translation>
    </message>
    <message>
      <source>Only when I say so</source>
      <translation>Nur wenn ich es sage</translation>
    </message>
    <message>
      <source>Show copies of a story as one row</source>
      <translation>Kopien einer Meldung als eine Zeile zeigen</translation>
    </message>
    <message>
      <source>The copies are a click away; counts do not change.</source>
      <translation>Die Kopien sind einen Klick entfernt; Zahlen ändern sich nicht.</translation>
    </message>
    <message>
      <source>Counting</source>
      <translation>Zählen</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>Stories</source>
      <translation>Meldungen</translation>
    </message>
    <message>
      <source>Outlets</source>
      <translation>Medien</translation>
    </message>
    <message>
      <source>Shares</source>
      <translation>Anteile</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Zahlen</translation>
    </message>
    <message>
      <source>Mentions</source>
      <translation>Erwähnungen</translation>
    </message>
    <message>
      <source>What is counted</source>
      <translation>Was gezählt wird</translation>
    </message>
    <message>
      <source>Copies of one text are one story: a wire's text in ten papers.</source>
      <translation>Kopien eines Textes sind eine Meldung: der Text einer Agentur in zehn Zeitungen.</translation>
    </message>
    <message>
      <source>The timeline shows</source>
      <translation>Der Zeitverlauf zeigt</translation>
    </message>
    <message>
      <source>Numbers also rise where only more articles were imported.</source>
      <translation>Zahlen steigen auch, wo nur mehr Artikel importiert wurden.</translation>
    </message>
    <message>
      <source>1 process</source>
      <translation>1 Prozess</translation>
    </message>
    <message>
      <source>{n} processes</source>
      <translation>{n} Prozesse</translation>
    </message>
    <message>
      <source>Tagging takes</source>
      <translation>Das Auswerten nimmt</translation>
    </message>
    <message>
      <source>Fewer leave more of the computer to other programs, from the next tagging on.</source>
      <translation>Weniger lassen anderen Programmen mehr vom Computer, ab der nächsten Auswertung.</translation>
    </message>
    <message>
      <source>All cores but one</source>
      <translation>Alle Kerne bis auf einen</translation>
    </message>
    <message>
      <source>Work</source>
      <translation>Arbeit</translation>
    </message>
  </context>
  <context>
    <name>Rereading</name>
    <message>
      <source>Reading again</source>
      <translation>Noch einmal gelesen wird</translation>
    </message>
    <message>
      <source>Save the original as</source>
      <translation>Original speichern als</translation>
    </message>
    <message>
      <source>The original is saved: {name}.</source>
      <translation>Das Original wurde gespeichert: {name}.</translation>
    </message>
    <message>
      <source>1 file is dismissed.</source>
      <translation>1 Datei ist abgehakt.</translation>
    </message>
    <message>
      <source>{n} files are dismissed.</source>
      <translation>{n} Dateien sind abgehakt.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>The original could not be saved: {why}.</source>
      <translation>Das Original konnte nicht gespeichert werden: {why}.</translation>
    </message>
  </context>
  <context>
    <name>Resuming</name>
    <message>
      <source>The last searches in this library are forgotten.</source>
      <translation>Die letzten Suchen in dieser Bibliothek sind vergessen.</translation>
    </message>
  </context>
  <context>
    <name>Saved</name>
    <message>
      <source>Saved as {name}.</source>
      <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
      <source>Deleted the search {name}.</source>
      <translation>Die Suche {name} wurde gelöscht.</translation>
    </message>
    <message>
      <source>{n} search is saved in the watchlist {name}.</source>
      <translation>{n} Suche wurde in der Beobachtungsliste {name} gespeichert.</translation>
    </message>
    <message>
      <source>{n} searches are saved in the watchlist {name}.</source>
      <translation>{n} Suchen wurden in der Beobachtungsliste {name} gespeichert.</translation>
    </message>
    <message>
      <source>{left} left out; line {line}: {words}</source>
      <translation>{left} ausgelassen; Zeile {line}: {words}</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
  </context>
  <context>
    <name>SearchMenu</name>
    <message>
      <source>Saved searches</source>
      <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
      <source>No search is saved yet</source>
      <translation>Noch keine Suche gespeichert</translation>
    </message>
    <message>
      <source>{name}  ({n} new)</source>
      <translation>{name}  ({n} neu)</translation>
    </message>
  </context>
  <context>
    <name>Sentences</name>
    <message>
      <source>Took back decision {n}: {decision}</source>
      <translation>Entscheidung {n} zurückgenommen: {decision}</translation>
    </message>
    <message>
      <source>Put back decision {n}: {decision}</source>
      <translation>Entscheidung {n} wiederhergestellt: {decision}</translation>
    </message>
    <message>
      <source>Decision {n}: {decision}</source>
      <translation>Entscheidung {n}: {decision}</translation>
    </message>
    <message>
      <source>Merged 1 decision of the library “{library}”.</source>
      <translation>1 Entscheidung der Bibliothek „{library}“ übernommen.</translation>
    </message>
    <message>
      <source>Merged {n} decisions of the library “{library}”.</source>
      <translation>{n} Entscheidungen der Bibliothek „{library}“ übernommen.</translation>
    </message>
    <message>
      <source>Merged “{subject}” into “{other}”.</source>
      <translation>„{subject}“ mit „{other}“ zusammengeführt.</translation>
    </message>
    <message>
      <source>“{subject}” and “{other}” are not the same.</source>
      <translation>„{subject}“ und „{other}“ sind nicht dasselbe.</translation>
    </message>
    <message>
      <source>Split “{names}” from “{subject}” as “{name}”.</source>
      <translation>„{names}“ von „{subject}“ als „{name}“ abgespalten.</translation>
    </message>
    <message>
      <source>Renamed “{subject}” to “{name}”.</source>
      <translation>„{subject}“ in „{name}“ umbenannt.</translation>
    </message>
    <message>
      <source>Made “{subject}” a {kind}.</source>
      <translation>Art von „{subject}“: {kind}.</translation>
    </message>
    <message>
      <source>Made “{subject}” an {kind}.</source>
      <translation>Art von „{subject}“: {kind}.</translation>
    </message>
    <message>
      <source>“{name}” rightly means “{subject}”.</source>
      <translation>„{name}“ meint zu Recht „{subject}“.</translation>
    </message>
    <message>
      <source>“{name}” names nobody where it was read as “{subject}”.</source>
      <translation>„{name}“ nennt niemanden, wo es als „{subject}“ gelesen wurde.</translation>
    </message>
    <message>
      <source>“{subject}” is not an actor.</source>
      <translation>„{subject}“ ist kein Akteur.</translation>
    </message>
    <message>
      <source>“{name}” always means the town.</source>
      <translation>„{name}“ meint immer die Stadt.</translation>
    </message>
    <message>
      <source>“{name}” always means the state.</source>
      <translation>„{name}“ meint immer den Staat.</translation>
    </message>
    <message>
      <source>“{name}” means the town or the state, as the text says.</source>
      <translation>„{name}“ meint die Stadt oder den Staat, je nach Text.</translation>
    </message>
    <message>
      <source>“{name}” means “{subject}” near “{words}”.</source>
      <translation>„{name}“ meint „{subject}“ in der Nähe von „{words}“.</translation>
    </message>
    <message>
      <source>“{name}” means “{subject}”.</source>
      <translation>„{name}“ meint „{subject}“.</translation>
    </message>
    <message>
      <source>In {article}, the paragraph “{quote}” is not the article's own words.</source>
      <translation>In {article} gehört der Absatz „{quote}“ nicht zum Artikel.</translation>
    </message>
    <message>
      <source>In {article}, the paragraph “{quote}” is the article's own words.</source>
      <translation>In {article} gehört der Absatz „{quote}“ zum Artikel.</translation>
    </message>
    <message>
      <source>In {article}, “{quote}” means “{subject}”.</source>
      <translation>In {article} meint „{quote}“ „{subject}“.</translation>
    </message>
    <message>
      <source>In {article}, “{quote}” is a mention of “{subject}”.</source>
      <translation>In {article} ist „{quote}“ eine Erwähnung von „{subject}“.</translation>
    </message>
    <message>
      <source>In {article}, this “{quote}” names nobody.</source>
      <translation>In {article} nennt dieses „{quote}“ niemanden.</translation>
    </message>
    <message>
      <source>In {article}, “{quote}” names nobody.</source>
      <translation>In {article} nennt „{quote}“ niemanden.</translation>
    </message>
    <message>
      <source>In every article of “{outlet}”, paragraphs like “{quote}” are the article's own words.</source>
      <translation>In jedem Artikel von „{outlet}“ gehören Absätze wie „{quote}“ zum Artikel.</translation>
    </message>
    <message>
      <source>In every article of “{outlet}”, paragraphs like “{quote}” are not the article's own words.</source>
      <translation>In jedem Artikel von „{outlet}“ gehören Absätze wie „{quote}“ nicht zum Artikel.</translation>
    </message>
    <message>
      <source>{article} was published on {day}.</source>
      <translation>{article} ist vom {day}.</translation>
    </message>
    <message>
      <source>{article} has no {field}.</source>
      <translation>{article}: ohne {field}.</translation>
    </message>
    <message>
      <source>The title of {article} is “{title}”.</source>
      <translation>Der Titel von {article} ist „{title}“.</translation>
    </message>
    <message>
      <source>{article} is by {author}.</source>
      <translation>{article} ist von {author}.</translation>
    </message>
    <message>
      <source>{article} appeared in {outlet}.</source>
      <translation>{article} erschien in {outlet}.</translation>
    </message>
    <message>
      <source>{article} is written in the language “{code}”.</source>
      <translation>{article} ist in der Sprache „{code}“ geschrieben.</translation>
    </message>
    <message>
      <source>“{name}” → {town}: the town, not {state} ({source}).</source>
      <translation>„{name}“ → {town}: die Stadt, nicht {state} ({source}).</translation>
    </message>
    <message>
      <source>“{name}” → {actor}: in no register; read as {thing}.</source>
      <translation>„{name}“ → {actor}: in keinem Register; gelesen als {thing}.</translation>
    </message>
    <message>
      <source>“{name}” → {town}: the article says in which state the town lies.</source>
      <translation>„{name}“ → {town}: Der Artikel sagt, in welchem Staat die Stadt liegt.</translation>
    </message>
    <message>
      <source>“{name}” → {actor}: the same first and last name.</source>
      <translation>„{name}“ → {actor}: derselbe Vor- und Nachname.</translation>
    </message>
    <message>
      <source>“{name}” → {actor}: the same name in another spelling.</source>
      <translation>„{name}“ → {actor}: derselbe Name in anderer Schreibweise.</translation>
    </message>
    <message>
      <source>“{name}” → {actor}: the same name in another spelling ({source}).</source>
      <translation>„{name}“ → {actor}: derselbe Name in anderer Schreibweise ({source}).</translation>
    </message>
    <message>
      <source>“{name}” → {actor}: the only person of this name in the article.</source>
      <translation>„{name}“ → {actor}: die einzige Person dieses Namens im Artikel.</translation>
    </message>
    <message>
      <source>“{name}” → {actor}: the only person of this name up to here.</source>
      <translation>„{name}“ → {actor}: die einzige Person dieses Namens bis hierher.</translation>
    </message>
    <message>
      <source>“{name}” → {actor}: the one of this name whom the text has just named.</source>
      <translation>„{name}“ → {actor}: die Person dieses Namens, die der Text gerade genannt hat.</translation>
    </message>
    <message>
      <source>“{name}” → {actor}: several persons here are called so ({names}).</source>
      <translation>„{name}“ → {actor}: Mehrere Personen heißen hier so ({names}).</translation>
    </message>
    <message>
      <source>“{name}” → {actor}: the article introduces this short form.</source>
      <translation>„{name}“ → {actor}: Der Artikel führt diese Kurzform ein.</translation>
    </message>
    <message>
      <source>“{name}” → {actor}: the article says that both are one.</source>
      <translation>„{name}“ → {actor}: Der Artikel sagt, dass beide dasselbe sind.</translation>
    </message>
    <message>
      <source>“{name}” → {actor}: short for the only such name here.</source>
      <translation>„{name}“ → {actor}: kurz für den einzigen solchen Namen hier.</translation>
    </message>
    <message>
      <source>“{name}” → {actor}: its initials, and nobody else’s here.</source>
      <translation>„{name}“ → {actor}: die Anfangsbuchstaben, und nur dieses Namens hier.</translation>
    </message>
    <message>
      <source>“{name}” → {actor}: the article gives “{short}” for it.</source>
      <translation>„{name}“ → {actor}: Der Artikel gibt „{short}“ dafür an.</translation>
    </message>
    <message>
      <source>“{said}”: {actor} was {office} on {day} ({source}).</source>
      <translation>„{said}“: {actor} war am {day} {office} ({source}).</translation>
    </message>
    <message>
      <source>“{said}”: {actor} was {office} from {since} to {until} ({source}).</source>
      <translation>„{said}“: {actor} war von {since} bis {until} {office} ({source}).</translation>
    </message>
    <message>
      <source>“{said}”: {actor} was {office} from {since} ({source}).</source>
      <translation>„{said}“: {actor} war ab {since} {office} ({source}).</translation>
    </message>
    <message>
      <source>“{said}”: {actor} was {office} to {until} ({source}).</source>
      <translation>„{said}“: {actor} war bis {until} {office} ({source}).</translation>
    </message>
    <message>
      <source>“{said}”: {actor} was {office} ({source}).</source>
      <translation>„{said}“: {actor} war {office} ({source}).</translation>
    </message>
    <message>
      <source>“{name}” → {actor}: {role} ({source}).</source>
      <translation>„{name}“ → {actor}: {role} ({source}).</translation>
    </message>
    <message>
      <source>“{subject}” is {office} of “{owner}” from {since} to {until}.</source>
      <translation>„{subject}“ ist {office} von „{owner}“ von {since} bis {until}.</translation>
    </message>
    <message>
      <source>“{subject}” is {office} of “{owner}” from {since}.</source>
      <translation>„{subject}“ ist {office} von „{owner}“ ab {since}.</translation>
    </message>
    <message>
      <source>“{subject}” is {office} of “{owner}” to {until}.</source>
      <translation>„{subject}“ ist {office} von „{owner}“ bis {until}.</translation>
    </message>
    <message>
      <source>“{subject}” is {office} of “{owner}”.</source>
      <translation>„{subject}“ ist {office} von „{owner}“.</translation>
    </message>
    <message>
      <source>“{subject}” is {office} from {since} to {until}.</source>
      <translation>„{subject}“ ist {office} von {since} bis {until}.</translation>
    </message>
    <message>
      <source>“{subject}” is {office} from {since}.</source>
      <translation>„{subject}“ ist {office} ab {since}.</translation>
    </message>
    <message>
      <source>“{subject}” is {office} to {until}.</source>
      <translation>„{subject}“ ist {office} bis {until}.</translation>
    </message>
    <message>
      <source>“{subject}” is {office}.</source>
      <translation>„{subject}“ ist {office}.</translation>
    </message>
  </context>
  <context>
    <name>Asides</name>
    <message>
      <source>not counted, as it stands in a promotional line or credit</source>
      <translation>nicht gezählt, da in einem Werbehinweis oder einer Quellenangabe</translation>
    </message>
    <message>
      <source>not counted, as the article names its own source</source>
      <translation>nicht gezählt, da der Artikel seine eigene Quelle nennt</translation>
    </message>
  </context>
  <context>
    <name>Roles</name>
    <message>
      <source>name of {noun}</source>
      <translation>Name {noun}</translation>
    </message>
    <message>
      <source>short name of {noun}</source>
      <translation>Kurzname {noun}</translation>
    </message>
    <message>
      <source>adjective of {noun}</source>
      <translation>Adjektiv {noun}</translation>
    </message>
    <message>
      <source>people of {noun}</source>
      <translation>Volk {noun}</translation>
    </message>
    <message>
      <source>capital, counted as the {kind}</source>
      <translation>Hauptstadt, gezählt als {kind}</translation>
    </message>
    <message>
      <source>seat of power, counted as the {kind}</source>
      <translation>Sitz der Macht, gezählt als {kind}</translation>
    </message>
    <message>
      <source>compound form of {noun}</source>
      <translation>Form in Zusammensetzungen {noun}</translation>
    </message>
    <message>
      <source>surname of {noun}</source>
      <translation>Nachname {noun}</translation>
    </message>
    <message>
      <source>office of {noun} on that day</source>
      <translation>Amt {noun} an jenem Tag</translation>
    </message>
  </context>
  <context>
    <name>Nouns</name>
    <message>
      <source>a person</source>
      <translation>einer Person</translation>
    </message>
    <message>
      <source>a state</source>
      <translation>eines Staates</translation>
    </message>
    <message>
      <source>a people</source>
      <translation>eines Volkes</translation>
    </message>
    <message>
      <source>a place</source>
      <translation>eines Ortes</translation>
    </message>
    <message>
      <source>a government body</source>
      <translation>einer Regierungsstelle</translation>
    </message>
    <message>
      <source>a party</source>
      <translation>einer Partei</translation>
    </message>
    <message>
      <source>an organisation</source>
      <translation>einer Organisation</translation>
    </message>
    <message>
      <source>a company</source>
      <translation>eines Unternehmens</translation>
    </message>
    <message>
      <source>an outlet</source>
      <translation>eines Mediums</translation>
    </message>
    <message>
      <source>armed forces</source>
      <translation>von Streitkräften</translation>
    </message>
    <message>
      <source>an armed group</source>
      <translation>einer bewaffneten Gruppe</translation>
    </message>
    <message>
      <source>a product</source>
      <translation>eines Produkts</translation>
    </message>
    <message>
      <source>an event</source>
      <translation>eines Ereignisses</translation>
    </message>
  </context>
  <context>
    <name>Things</name>
    <message>
      <source>a person</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>a state</source>
      <translation>Staat</translation>
    </message>
    <message>
      <source>a people</source>
      <translation>Volk</translation>
    </message>
    <message>
      <source>a place</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>a government body</source>
      <translation>Regierungsstelle</translation>
    </message>
    <message>
      <source>a party</source>
      <translation>Partei</translation>
    </message>
    <message>
      <source>an organisation</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <source>a company</source>
      <translation>Unternehmen</translation>
    </message>
    <message>
      <source>an outlet</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>armed forces</source>
      <translation>Streitkräfte</translation>
    </message>
    <message>
      <source>an armed group</source>
      <translation>bewaffnete Gruppe</translation>
    </message>
    <message>
      <source>a product</source>
      <translation>Produkt</translation>
    </message>
    <message>
      <source>an event</source>
      <translation>Ereignis</translation>
    </message>
  </context>
  <context>
    <name>Sources</name>
    <message>
      <source>register “{register}”, line {line}</source>
      <translation>Register „{register}“, Zeile {line}</translation>
    </message>
    <message>
      <source>by decision</source>
      <translation>durch Entscheidung</translation>
    </message>
    <message>
      <source>register {register}</source>
      <translation>Register {register}</translation>
    </message>
  </context>
  <context>
    <name>Articles</name>
    <message>
      <source>article {n}</source>
      <translation>Artikel {n}</translation>
    </message>
  </context>
  <context>
    <name>Fields</name>
    <message>
      <source>title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>author</source>
      <translation>Autor</translation>
    </message>
    <message>
      <source>outlet</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>language</source>
      <translation>Sprache</translation>
    </message>
  </context>
  <context>
    <name>Steps</name>
    <message>
      <source>Importing</source>
      <translation>Importieren</translation>
    </message>
    <message>
      <source>Recognising</source>
      <translation>Texterkennung</translation>
    </message>
    <message>
      <source>Tagging</source>
      <translation>Auswerten</translation>
    </message>
    <message>
      <source>Fetching</source>
      <translation>Abrufen</translation>
    </message>
    <message>
      <source>Looking at tables</source>
      <translation>Tabellen werden angesehen</translation>
    </message>
    <message>
      <source>files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <source>pages</source>
      <translation>Seiten</translation>
    </message>
    <message>
      <source>articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>addresses</source>
      <translation>Adressen</translation>
    </message>
  </context>
  <context>
    <name>Outcomes</name>
    <message>
      <source>The library has this article already.</source>
      <translation>Die Bibliothek hat diesen Artikel schon.</translation>
    </message>
    <message>
      <source>The library has all {n} articles already.</source>
      <translation>Die Bibliothek hat alle {n} Artikel schon.</translation>
    </message>
    <message>
      <source>The file holds no article.</source>
      <translation>Die Datei enthält keinen Artikel.</translation>
    </message>
    <message>
      <source>1 new article</source>
      <translation>1 neuer Artikel</translation>
    </message>
    <message>
      <source>{n} new articles</source>
      <translation>{n} neue Artikel</translation>
    </message>
    <message>
      <source>1 article with a newer text</source>
      <translation>1 Artikel mit neuerem Text</translation>
    </message>
    <message>
      <source>{n} articles with a newer text</source>
      <translation>{n} Artikel mit neuerem Text</translation>
    </message>
    <message>
      <source>1 older text of an article</source>
      <translation>1 älterer Text eines Artikels</translation>
    </message>
    <message>
      <source>{n} older texts of articles</source>
      <translation>{n} ältere Texte von Artikeln</translation>
    </message>
    <message>
      <source>1 article known already</source>
      <translation>1 schon bekannter Artikel</translation>
    </message>
    <message>
      <source>{n} articles known already</source>
      <translation>{n} schon bekannte Artikel</translation>
    </message>
  </context>
  <context>
    <name>Dated</name>
    <message>
      <source>file name</source>
      <translation>Dateiname</translation>
    </message>
    <message>
      <source>document properties</source>
      <translation>Dokumenteigenschaften</translation>
    </message>
    <message>
      <source>book properties</source>
      <translation>Bucheigenschaften</translation>
    </message>
    <message>
      <source>address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <source>page head</source>
      <translation>Seitenkopf</translation>
    </message>
    <message>
      <source>time tag</source>
      <translation>Zeitangabe der Seite</translation>
    </message>
    <message>
      <source>dateline, another day in the address</source>
      <translation>Ortszeile, ein anderer Tag in der Adresse</translation>
    </message>
    <message>
      <source>byline, another day in the address</source>
      <translation>Autorenzeile, ein anderer Tag in der Adresse</translation>
    </message>
    <message>
      <source>dateline, year by the day of saving</source>
      <translation>Ortszeile, Jahr nach dem Tag des Speicherns</translation>
    </message>
    <message>
      <source>unlikely year</source>
      <translation>unwahrscheinliches Jahr</translation>
    </message>
    <message>
      <source>table, day and month by other rows</source>
      <translation>Tabelle, Tag und Monat nach anderen Zeilen</translation>
    </message>
    <message>
      <source>set by {who}</source>
      <translation>festgelegt von {who}</translation>
    </message>
  </context>
  <context>
    <name>Suggesting</name>
    <message>
      <source>Suggestions</source>
      <translation>Vorschläge</translation>
    </message>
  </context>
  <context>
    <name>Chips</name>
    <message>
      <source>undated</source>
      <translation>undatiert</translation>
    </message>
    <message>
      <source>doubtful date</source>
      <translation>zweifelhaftes Datum</translation>
    </message>
    <message>
      <source>Actor</source>
      <translation>Akteur</translation>
    </message>
    <message>
      <source>Together</source>
      <translation>Gemeinsam</translation>
    </message>
    <message>
      <source>Outlet</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Tone</source>
      <translation>Ton</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Schlagwort</translation>
    </message>
    <message>
      <source>Story</source>
      <translation>Meldung</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
  </context>
  <context>
    <name>Tasks</name>
    <message>
      <source>A picture cannot be read. Paste its text, a link, or files.</source>
      <translation>Ein Bild lässt sich nicht lesen. Fügen Sie seinen Text, einen Link oder Dateien ein.</translation>
    </message>
    <message>
      <source>Asking {host} for the page…</source>
      <translation>Die Seite wird bei {host} angefragt…</translation>
    </message>
    <message>
      <source>Asking {n} hosts for their pages…</source>
      <translation>Seiten werden bei {n} Servern angefragt…</translation>
    </message>
    <message>
      <source>Fetching</source>
      <translation>Abruf läuft</translation>
    </message>
    <message>
      <source>Finishing the last import</source>
      <translation>Der letzte Import wird abgeschlossen</translation>
    </message>
    <message>
      <source>Importing</source>
      <translation>Import läuft</translation>
    </message>
    <message>
      <source>Import all the same</source>
      <translation>Trotzdem importieren</translation>
    </message>
    <message>
      <source>Filling the sample library</source>
      <translation>Die Beispielbibliothek wird gefüllt</translation>
    </message>
    <message>
      <source>Tagging</source>
      <translation>Auswertung</translation>
    </message>
    <message>
      <source>The report is written: {name}.</source>
      <translation>Der Bericht wurde geschrieben: {name}.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Writing the report</source>
      <translation>Der Bericht wird geschrieben</translation>
    </message>
    <message>
      <source>“{name}” can only be read, so nothing can be imported into it.</source>
      <translation>„{name}“ lässt sich nur lesen; nichts kann hinein importiert werden.</translation>
    </message>
    <message>
      <source>Pipelines…</source>
      <translation>Pipelines…</translation>
    </message>
  </context>
  <context>
    <name>Languages of articles</name>
    <message>
      <source>Afrikaans</source>
      <translation>Afrikaans</translation>
    </message>
    <message>
      <source>Albanian</source>
      <translation>Albanisch</translation>
    </message>
    <message>
      <source>Amharic</source>
      <translation>Amharisch</translation>
    </message>
    <message>
      <source>Arabic</source>
      <translation>Arabisch</translation>
    </message>
    <message>
      <source>Aragonese</source>
      <translation>Aragonesisch</translation>
    </message>
    <message>
      <source>Armenian</source>
      <translation>Armenisch</translation>
    </message>
    <message>
      <source>Assamese</source>
      <translation>Assamesisch</translation>
    </message>
    <message>
      <source>Azerbaijani</source>
      <translation>Aserbaidschanisch</translation>
    </message>
    <message>
      <source>Bangla</source>
      <translation>Bengalisch</translation>
    </message>
    <message>
      <source>Basque</source>
      <translation>Baskisch</translation>
    </message>
    <message>
      <source>Belarusian</source>
      <translation>Belarussisch</translation>
    </message>
    <message>
      <source>Bosnian</source>
      <translation>Bosnisch</translation>
    </message>
    <message>
      <source>Breton</source>
      <translation>Bretonisch</translation>
    </message>
    <message>
      <source>Bulgarian</source>
      <translation>Bulgarisch</translation>
    </message>
    <message>
      <source>Catalan</source>
      <translation>Katalanisch</translation>
    </message>
    <message>
      <source>Chinese</source>
      <translation>Chinesisch</translation>
    </message>
    <message>
      <source>Croatian</source>
      <translation>Kroatisch</translation>
    </message>
    <message>
      <source>Czech</source>
      <translation>Tschechisch</translation>
    </message>
    <message>
      <source>Danish</source>
      <translation>Dänisch</translation>
    </message>
    <message>
      <source>Dutch</source>
      <translation>Niederländisch</translation>
    </message>
    <message>
      <source>Dzongkha</source>
      <translation>Dzongkha</translation>
    </message>
    <message>
      <source>English</source>
      <translation>Englisch</translation>
    </message>
    <message>
      <source>Esperanto</source>
      <translation>Esperanto</translation>
    </message>
    <message>
      <source>Estonian</source>
      <translation>Estnisch</translation>
    </message>
    <message>
      <source>Faroese</source>
      <translation>Färöisch</translation>
    </message>
    <message>
      <source>Filipino</source>
      <translation>Filipino</translation>
    </message>
    <message>
      <source>Finnish</source>
      <translation>Finnisch</translation>
    </message>
    <message>
      <source>French</source>
      <translation>Französisch</translation>
    </message>
    <message>
      <source>Galician</source>
      <translation>Galicisch</translation>
    </message>
    <message>
      <source>Georgian</source>
      <translation>Georgisch</translation>
    </message>
    <message>
      <source>German</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <source>Greek</source>
      <translation>Griechisch</translation>
    </message>
    <message>
      <source>Gujarati</source>
      <translation>Gujarati</translation>
    </message>
    <message>
      <source>Haitian Creole</source>
      <translation>Haiti-Kreolisch</translation>
    </message>
    <message>
      <source>Hebrew</source>
      <translation>Hebräisch</translation>
    </message>
    <message>
      <source>Hindi</source>
      <translation>Hindi</translation>
    </message>
    <message>
      <source>Hungarian</source>
      <translation>Ungarisch</translation>
    </message>
    <message>
      <source>Icelandic</source>
      <translation>Isländisch</translation>
    </message>
    <message>
      <source>Indonesian</source>
      <translation>Indonesisch</translation>
    </message>
    <message>
      <source>Irish</source>
      <translation>Irisch</translation>
    </message>
    <message>
      <source>Italian</source>
      <translation>Italienisch</translation>
    </message>
    <message>
      <source>Japanese</source>
      <translation>Japanisch</translation>
    </message>
    <message>
      <source>Javanese</source>
      <translation>Javanisch</translation>
    </message>
    <message>
      <source>Kannada</source>
      <translation>Kannada</translation>
    </message>
    <message>
      <source>Kazakh</source>
      <translation>Kasachisch</translation>
    </message>
    <message>
      <source>Khmer</source>
      <translation>Khmer</translation>
    </message>
    <message>
      <source>Kinyarwanda</source>
      <translation>Kinyarwanda</translation>
    </message>
    <message>
      <source>Korean</source>
      <translation>Koreanisch</translation>
    </message>
    <message>
      <source>Kurdish</source>
      <translation>Kurdisch</translation>
    </message>
    <message>
      <source>Kyrgyz</source>
      <translation>Kirgisisch</translation>
    </message>
    <message>
      <source>Lao</source>
      <translation>Laotisch</translation>
    </message>
    <message>
      <source>Latin</source>
      <translation>Latein</translation>
    </message>
    <message>
      <source>Latvian</source>
      <translation>Lettisch</translation>
    </message>
    <message>
      <source>Lithuanian</source>
      <translation>Litauisch</translation>
    </message>
    <message>
      <source>Luxembourgish</source>
      <translation>Luxemburgisch</translation>
    </message>
    <message>
      <source>Macedonian</source>
      <translation>Mazedonisch</translation>
    </message>
    <message>
      <source>Malagasy</source>
      <translation>Malagasy</translation>
    </message>
    <message>
      <source>Malay</source>
      <translation>Malaiisch</translation>
    </message>
    <message>
      <source>Malayalam</source>
      <translation>Malayalam</translation>
    </message>
    <message>
      <source>Maltese</source>
      <translation>Maltesisch</translation>
    </message>
    <message>
      <source>Marathi</source>
      <translation>Marathi</translation>
    </message>
    <message>
      <source>Mongolian</source>
      <translation>Mongolisch</translation>
    </message>
    <message>
      <source>Nepali</source>
      <translation>Nepalesisch</translation>
    </message>
    <message>
      <source>Northern Sami</source>
      <translation>Nordsamisch</translation>
    </message>
    <message>
      <source>Norwegian Bokmål</source>
      <translation>Bokmål</translation>
    </message>
    <message>
      <source>Norwegian Nynorsk</source>
      <translation>Nynorsk</translation>
    </message>
    <message>
      <source>Occitan</source>
      <translation>Okzitanisch</translation>
    </message>
    <message>
      <source>Odia</source>
      <translation>Oriya</translation>
    </message>
    <message>
      <source>Pashto</source>
      <translation>Paschtu</translation>
    </message>
    <message>
      <source>Persian</source>
      <translation>Persisch</translation>
    </message>
    <message>
      <source>Polish</source>
      <translation>Polnisch</translation>
    </message>
    <message>
      <source>Portuguese</source>
      <translation>Portugiesisch</translation>
    </message>
    <message>
      <source>Punjabi</source>
      <translation>Punjabi</translation>
    </message>
    <message>
      <source>Quechua</source>
      <translation>Quechua</translation>
    </message>
    <message>
      <source>Romanian</source>
      <translation>Rumänisch</translation>
    </message>
    <message>
      <source>Russian</source>
      <translation>Russisch</translation>
    </message>
    <message>
      <source>Serbian</source>
      <translation>Serbisch</translation>
    </message>
    <message>
      <source>Sinhala</source>
      <translation>Singhalesisch</translation>
    </message>
    <message>
      <source>Slovak</source>
      <translation>Slowakisch</translation>
    </message>
    <message>
      <source>Slovenian</source>
      <translation>Slowenisch</translation>
    </message>
    <message>
      <source>Spanish</source>
      <translation>Spanisch</translation>
    </message>
    <message>
      <source>Swahili</source>
      <translation>Suaheli</translation>
    </message>
    <message>
      <source>Swedish</source>
      <translation>Schwedisch</translation>
    </message>
    <message>
      <source>Tamil</source>
      <translation>Tamil</translation>
    </message>
    <message>
      <source>Telugu</source>
      <translation>Telugu</translation>
    </message>
    <message>
      <source>Thai</source>
      <translation>Thailändisch</translation>
    </message>
    <message>
      <source>Turkish</source>
      <translation>Türkisch</translation>
    </message>
    <message>
      <source>Ukrainian</source>
      <translation>Ukrainisch</translation>
    </message>
    <message>
      <source>Urdu</source>
      <translation>Urdu</translation>
    </message>
    <message>
      <source>Uyghur</source>
      <translation>Uigurisch</translation>
    </message>
    <message>
      <source>Vietnamese</source>
      <translation>Vietnamesisch</translation>
    </message>
    <message>
      <source>Volapük</source>
      <translation>Volapük</translation>
    </message>
    <message>
      <source>Walloon</source>
      <translation>Wallonisch</translation>
    </message>
    <message>
      <source>Welsh</source>
      <translation>Walisisch</translation>
    </message>
    <message>
      <source>Xhosa</source>
      <translation>Xhosa</translation>
    </message>
    <message>
      <source>Zulu</source>
      <translation>Zulu</translation>
    </message>
  </context>
  <context>
    <name>Toolbar</name>
    <message>
      <source>Toolbar</source>
      <translation>Werkzeugleiste</translation>
    </message>
    <message>
      <source>Saved searches, {n} new articles</source>
      <translation>Gespeicherte Suchen, {n} neue Artikel</translation>
    </message>
    <message>
      <source>Saved searches</source>
      <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
      <source>Search the library: words, “a phrase”, word*, -not</source>
      <translation>Bibliothek durchsuchen: Wörter, “eine Phrase”, Wort*, -nicht</translation>
    </message>
    <message>
      <source>Search the library</source>
      <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
      <source>Words, “a phrase”, word*; OR, NOT, ( )
withdraw* NEAR/8 actor:Russia - at most eight words from each other
title: outlet: actor: kind: lang: before: after: story: label: note:
is:starred is:unread is:relevant is:irrelevant is:noted</source>
      <translation>Wörter, “eine Phrase”, Wort*; OR, NOT, ( )
abzieh* NEAR/8 actor:Russia – höchstens acht Wörter voneinander entfernt
title: outlet: actor: kind: lang: before: after: story: label: note:
is:starred is:unread is:relevant is:irrelevant is:noted</translation>
    </message>
  </context>
  <context>
    <name>ChipButton</name>
    <message>
      <source>Remove {words}</source>
      <translation>{words} entfernen</translation>
    </message>
    <message>
      <source>{words}: click to remove</source>
      <translation>{words}: zum Entfernen klicken</translation>
    </message>
  </context>
  <context>
    <name>Veil</name>
    <message>
      <source>Drop to import; files are copied</source>
      <translation>Zum Importieren ablegen; Dateien werden kopiert</translation>
    </message>
    <message>
      <source>Drop to fetch the page from {host}</source>
      <translation>Ablegen, um die Seite von {host} zu holen</translation>
    </message>
    <message>
      <source>Drop to open the library</source>
      <translation>Ablegen, um die Bibliothek zu öffnen</translation>
    </message>
    <message>
      <source>This library can only be read: nothing can be imported</source>
      <translation>Diese Bibliothek lässt sich nur lesen: Nichts kann importiert werden</translation>
    </message>
  </context>
  <context>
    <name>Watching</name>
    <message>
      <source>The watched folder {name} is gone. It is waited for.</source>
      <translation>Der beobachtete Ordner {name} ist nicht mehr da. Auf ihn wird gewartet.</translation>
    </message>
    <message>
      <source>The watched folder {name} is there again.</source>
      <translation>Der beobachtete Ordner {name} ist wieder da.</translation>
    </message>
  </context>
  <context>
    <name>Welcome</name>
    <message>
      <source>Welcome</source>
      <translation>Willkommen</translation>
    </message>
    <message>
      <source>Opened last</source>
      <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>Open {name}</source>
      <translation>{name} öffnen</translation>
    </message>
    <message>
      <source>Drop articles here</source>
      <translation>Legen Sie hier Artikel ab</translation>
    </message>
    <message>
      <source>Files, folders or text: web pages, PDF, Word, e-mail, plain text and more.
They are copied into a library of your own; nothing leaves this computer.</source>
      <translation>Dateien, Ordner oder Text: Webseiten, PDF, Word, E-Mail, reiner Text und mehr.
Sie werden in eine eigene Bibliothek kopiert; nichts verlässt diesen Computer.</translation>
    </message>
  </context>
  <context>
    <name>Window</name>
    <message>
      <source>Opening {name}…</source>
      <translation>{name} wird geöffnet…</translation>
    </message>
    <message>
      <source>The language changes when the program is started again.</source>
      <translation>Die Sprache wechselt, wenn das Programm neu gestartet wird.</translation>
    </message>
    <message>
      <source>Read only</source>
      <translation>Nur lesen</translation>
    </message>
  </context>
  <context>
    <name>Kind</name>
    <message>
      <source>person</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>state</source>
      <translation>Staat</translation>
    </message>
    <message>
      <source>people</source>
      <translation>Volk</translation>
    </message>
    <message>
      <source>place</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>government</source>
      <translation>Regierung</translation>
    </message>
    <message>
      <source>party</source>
      <translation>Partei</translation>
    </message>
    <message>
      <source>organisation</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <source>company</source>
      <translation>Unternehmen</translation>
    </message>
    <message>
      <source>outlet</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>military</source>
      <translation>Streitkräfte</translation>
    </message>
    <message>
      <source>armed group</source>
      <translation>bewaffnete Gruppe</translation>
    </message>
    <message>
      <source>product</source>
      <translation>Produkt</translation>
    </message>
    <message>
      <source>event</source>
      <translation>Ereignis</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
  </context>
  <context>
    <name>Tone</name>
    <message>
      <source>negative</source>
      <translation>negativ</translation>
    </message>
    <message>
      <source>neutral</source>
      <translation>neutral</translation>
    </message>
    <message>
      <source>positive</source>
      <translation>positiv</translation>
    </message>
    <message>
      <source>mixed</source>
      <translation>gemischt</translation>
    </message>
  </context>
  <context>
    <name>Words</name>
    <message>
      <source>articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>stories</source>
      <translation>Meldungen</translation>
    </message>
    <message>
      <source>outlets</source>
      <translation>Medien</translation>
    </message>
    <message>
      <source>1 article</source>
      <translation>1 Artikel</translation>
    </message>
    <message>
      <source>{n} articles</source>
      <translation>{n} Artikel</translation>
    </message>
    <message>
      <source>1 story</source>
      <translation>1 Meldung</translation>
    </message>
    <message>
      <source>{n} stories</source>
      <translation>{n} Meldungen</translation>
    </message>
    <message>
      <source>1 outlet</source>
      <translation>1 Medium</translation>
    </message>
    <message>
      <source>{n} outlets</source>
      <translation>{n} Medien</translation>
    </message>
    <message>
      <source>1 mention</source>
      <translation>1 Erwähnung</translation>
    </message>
    <message>
      <source>{n} mentions</source>
      <translation>{n} Erwähnungen</translation>
    </message>
    <message>
      <source>{mentions} in {articles}</source>
      <translation>{mentions} ({articles})</translation>
    </message>
    <message>
      <source>{n} of {mentions}</source>
      <translation>{n} von {mentions}</translation>
    </message>
    <message>
      <source>Unknown outlet</source>
      <translation>Unbekanntes Medium</translation>
    </message>
  </context>
</TS>
