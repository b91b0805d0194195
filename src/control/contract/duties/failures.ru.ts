import { dayRu } from "../../../foundation/day.ru.ts";
import type { FailureWords } from "../../../foundation/failure.ts";

const STOOD = { done: "уже отмечено, что сделано", accepted: "уже принято", returned: "уже возвращено" };

/** What is said when a duty cannot be spoken of, or a thing cannot be written into the register. */
export const DUTY_FAILURES = {
  "control.duty_not_found": () => "Такого дела нет: его срок не наступает, или школа его не требует. Ничего не записано.",
  "control.duty_not_said": () => "Это дело закрывается само, когда запись стоит в журнале: отмечать его словом нельзя. Ничего не записано.",
  "control.duty_not_handed_in": () => "Принимать нечего: отчёт не сдан или уже рассмотрен. Ничего не записано.",
  "control.return_without_word": () => "Напишите, что исправить: без слов отчёт не возвращают. Ничего не записано.",
  "control.duty_changed_meanwhile": ({ step }: { step: keyof typeof STOOD | null }) =>
    `Пока страница была открыта, дело изменилось${step === null ? "" : `: ${STOOD[step]}`}. Ничего не записано, обновите страницу.`,
  "control.matter_without_title": () => "Напишите, о чём запись: кто обратился или что случилось. Ничего не записано.",
  "control.matter_to_come": ({ day }: { day: string }) => `${dayRu(day)} ещё не наступило: в реестр вносят то, что уже случилось. Ничего не записано.`,
  "control.matter_without_time": () => "Срок считается в часах: укажите время, когда об утечке узнали. Ничего не записано.",
  "control.matter_without_owner": () => "Укажите, кому переданы данные: срок идёт для этого человека. Ничего не записано.",
  "control.owner_not_found": () => "Такого сотрудника в школе нет. Ничего не записано.",
} satisfies FailureWords;
