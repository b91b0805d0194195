import type { FailureWords } from "../../../foundation/failure.ts";
import type { FetList } from "./fet-file.ts";

const LIST: Record<FetList, string> = {
  days: "дней",
  hours: "часов",
  subjects: "предметов",
  activityTags: "меток",
  teachers: "учителей",
  buildings: "зданий",
  rooms: "кабинетов",
  students: "учеников",
};
const NOTHING = "Ничего не загружено.";

type Activity = { activityId: number };

/** Why a FET file, or a row of it, was not taken. */
export const FET_FAILURES = {
  "timetable.fet_empty": () => `Файл пуст. ${NOTHING}`,
  "timetable.fet_encoding_broken": ({ line }: { line: number }) => `Файл не в UTF-8: строка ${line} не читается. ${NOTHING}`,
  "timetable.fet_cut": ({ line }: { line: number }) => `Файл оборван на строке ${line}. ${NOTHING} Возьмите целый файл.`,
  "timetable.fet_not_xml": ({ line }: { line: number }) => `Нарушено строение файла, строка ${line}. ${NOTHING}`,
  "timetable.fet_doctype_forbidden": ({ line }: { line: number }) => `В файле есть DOCTYPE, строка ${line}: FET таких файлов не пишет. ${NOTHING}`,
  "timetable.fet_not_fet": ({ root }: { root: string }) => `Это не файл FET: он начинается с «${root}». ${NOTHING}`,
  "timetable.fet_version_unknown": ({ version }: { version: string }) => `Это файл FET версии «${version}», а читаются версии 5 и 6. ${NOTHING}`,
  "timetable.fet_name_missing": ({ list }: { list: FetList }) => `В списке ${LIST[list]} пустое название.`,
  "timetable.fet_name_repeated": ({ list }: { list: FetList }) => `В списке ${LIST[list]} название повторено.`,
  "timetable.fet_activity_id_wrong": ({ value }: { value: string }) => `Номер занятия «${value}» не число.`,
  "timetable.fet_activity_id_repeated": ({ activityId, firstLine }: Activity & { firstLine: number }) =>
    `Номер занятия ${activityId} уже был в строке ${firstLine}.`,
  "timetable.fet_duration_wrong": ({ activityId, value }: Activity & { value: string }) => `У занятия ${activityId} длительность «${value}».`,
  "timetable.fet_teacher_unknown": ({ activityId }: Activity) => `Учителя занятия ${activityId} нет в списке учителей файла.`,
  "timetable.fet_subject_unknown": ({ activityId, subject }: Activity & { subject: string }) =>
    `Предмета «${subject}» занятия ${activityId} нет в списке предметов файла.`,
  "timetable.fet_students_unknown": ({ activityId, students }: Activity & { students: string }) =>
    `Учеников «${students}» занятия ${activityId} нет в списках файла.`,
  "timetable.fet_placed_activity_unknown": ({ value }: { value: string }) => `Место дано занятию «${value}», которого в файле нет.`,
  "timetable.fet_placed_day_unknown": ({ activityId, day }: Activity & { day: string }) => `Занятие ${activityId} стоит в день «${day}», которого в файле нет.`,
  "timetable.fet_placed_hour_unknown": ({ activityId, hour }: Activity & { hour: string }) =>
    `Занятие ${activityId} стоит в час «${hour}», которого в файле нет.`,
  "timetable.fet_placed_past_day_end": ({ activityId, hour, duration }: Activity & { hour: string; duration: number }) =>
    `Занятие ${activityId} длиной ${duration} не помещается до конца дня с часа «${hour}».`,
  "timetable.fet_placed_twice": ({ activityId, firstLine }: Activity & { firstLine: number }) =>
    `У занятия ${activityId} уже есть другое место, строка ${firstLine}.`,
  "timetable.fet_room_unknown": ({ activityId, room }: Activity & { room: string }) => `Кабинета «${room}» занятия ${activityId} нет в списке кабинетов файла.`,
} satisfies FailureWords;
