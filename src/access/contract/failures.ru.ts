import { countRu } from "../../foundation/count.ru.ts";
import type { FailureWords } from "../../foundation/failure.ts";

/** What is said when somebody may not enter or act. */
export const ACCESS_FAILURES = {
  "access.not_signed_in": () => "Вход закрыт: вы вышли или давно не работали. Войдите снова, записанное цело.",
  "access.wrong_login_or_password": () => "Логин или пароль не подходит. Проверьте, не включена ли латинская раскладка.",
  "access.too_many_attempts": ({ waitSeconds }: { waitSeconds: number }) => {
    const n = Math.max(1, Math.ceil(waitSeconds / 60));
    return `Слишком много неверных паролей подряд. Подождите ${countRu(n, "минуту", "минуты", "минут")} и попробуйте снова.`;
  },
  "access.not_permitted": () => "Это действие вам не открыто. Ничего не записано. Если оно нужно по работе, обратитесь к завучу или администратору журнала.",
  "access.session_not_found": () => "Такого входа уже нет: он закрыт раньше.",
  "access.login_taken": ({ login }: { login: string }) => `Логин «${login}» уже занят. Выберите другой; ничего не записано.`,
  "access.timezone_unknown": ({ timezone }: { timezone: string }) => `Часового пояса «${timezone}» нет. Пример: Europe/Simferopol. Школа не создана.`,
  "access.accounts_changed_meanwhile": () => "Пока готовились пароли, кто-то из этих людей получил доступ. Ничего не записано, повторите команду.",
} satisfies FailureWords;
