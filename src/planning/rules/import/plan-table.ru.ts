/** Titles of the columns of a plan, as `headerKey` makes them. The first column that fits is taken, in the order of `COLUMNS`. */
export const TITLES = {
  order: [/^(№|n|no)( ?п ?[/.]? ?п)?$/, /^№ ?(урока|занятия|темы)/, /^номер( урока| занятия)?$/, /^урок$/],
  topic: [/^тема( .*)?$/, /^(изучаемая )?тема урока/, /^темы( .*)?$/, /^наименование .*тем/, /^содержание( .*)?$/, /^название темы/],
  hours: [/^(кол-во|количество|число) ?(акад(емических)? )?час/, /^час(ы|ов)?$/, /^ч$/, /^всего( часов)?$/],
  homework: [/^домашн/, /^д ?[/.] ?з(адание)?$/, /^задани[ея] на дом/],
  section: [/^раздел/, /^глава/, /^модуль/],
  control: [/^контрол/, /^вид(ы)?( и формы)? контроля/, /^к ?[/.] ?р$/],
} as const satisfies Record<string, readonly RegExp[]>;

/** Rows that sum up. */
export const IS_TOTAL = /^(итого|всего)(?![\p{L}])/iu;
/** The topic of a control work; its preparation and its analysis are none. */
export const IS_CONTROL =
  /^(?:урок[^.]*\. ?)?(?:[\p{L}]+(?:ая|ый) )?(?:контрольная работа|контрольный диктант|контрольное (?:тестирование|сочинение|изложение))/iu;
export const SAYS_CONTROL = /^(?:\+|да|1|v|кр|к ?[/.] ?р|контрольн.*)$/iu;
/** `2 ч.` is 2. */
export const HOURS = /^(\d{1,3})(?:[.,]0+)? ?(?:ч\.?|час(?:а|ов)?\.?)?$/iu;
