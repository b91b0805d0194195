import type { Static } from "typebox";
import type { Child } from "../../people/contract/me.ts";
import { diaryWords as words } from "./words.ru.ts";

/** Buttons of the children; where there is one child, only the name. */
export function ChildSwitch({ family, chosen, onChoose }: { family: readonly Static<typeof Child>[]; chosen: number; onChoose: (pupilId: number) => void }) {
  const [only] = family;
  if (family.length === 1 && only) {
    return (
      <p className="onechild">
        <b>{only.givenName}</b> <span>{only.className}</span>
      </p>
    );
  }
  return (
    <div className="kids" role="group" aria-label={words.children}>
      {family.map((child) => (
        <button key={child.pupilId} type="button" aria-pressed={child.pupilId === chosen} onClick={() => onChoose(child.pupilId)}>
          <span className="ava" aria-hidden="true">
            {child.givenName.charAt(0)}
          </span>
          <span>
            <b>{child.givenName}</b> <small>{child.className}</small>
          </span>
        </button>
      ))}
    </div>
  );
}
