import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { holdsTyped } from "../../../foundation/ui/typed-text.ts";
import { Field, FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import { enrolInGroupRoute } from "../../contract/groups/groups.ts";
import { isByOrder } from "../../rules/group-making.ts";
import { groupWords as words } from "./groups-words.ru.ts";
import type { Deeds, Group } from "./use-groups.ts";

/** How many names are listed at once. */
const SHOWN = 40;

/** Pupils of any classes, or one of another school, come into the group from a day on. */
export function EnrolDialog({ group, today, deeds, onClose }: { group: Group; today: string; deeds: Deeds; onClose: () => void }) {
  const say = words.enrol;
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [outside, setOutside] = useState<{ surname: string; givenName: string; patronymic: string; fromSchool: string } | null>(null);
  const [from, setFrom] = useState(today);
  const [order, setOrder] = useState("");
  const fitting = group.others.filter((p) => chosen.has(p.pupilId) || holdsTyped(`${p.name} ${p.className}`, text));

  const toggle = (pupilId: number) => {
    const next = new Set(chosen);
    if (!next.delete(pupilId)) next.add(pupilId);
    setChosen(next);
  };
  const save = () => {
    const body = { pupilIds: [...chosen], from, order, ...(outside && outside.surname.trim() !== "" ? { outside } : {}) };
    return deeds.attempt(async () => say.done((await call(enrolInGroupRoute, { params: { groupId: group.group.groupId }, body })).enrolled));
  };

  return (
    <FormDialog
      title={say.title(group.group.name)}
      className="enrol"
      submit={say.save}
      cancel={words.form.close}
      aside={<span className="soft grow">{say.chosen(chosen.size + (outside ? 1 : 0))}</span>}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={say.find}>
        {(field) => <input className="input" {...field} type="search" value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <div className="choose" role="group" aria-label={say.find}>
        {fitting.slice(0, SHOWN).map((p) => (
          <label className="check" key={p.pupilId}>
            <input type="checkbox" checked={chosen.has(p.pupilId)} onChange={() => toggle(p.pupilId)} />
            <span>
              {p.name} <span className="muted">{p.className}</span>
            </span>
          </label>
        ))}
        {fitting.length > SHOWN && <p className="small muted">{say.more(fitting.length - SHOWN)}</p>}
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={outside !== null}
          onChange={(event) => setOutside(event.target.checked ? { surname: "", givenName: "", patronymic: "", fromSchool: "" } : null)}
        />
        {say.outside}
      </label>
      {outside && (
        <div className="two">
          {(["surname", "givenName", "patronymic", "fromSchool"] as const).map((part) => (
            <Field key={part} label={part === "fromSchool" ? say.school : say[part]}>
              {(field) => (
                <input
                  className="input"
                  {...field}
                  maxLength={80}
                  value={outside[part]}
                  onChange={(event) => setOutside({ ...outside, [part]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </div>
      )}
      <div className="two">
        <Field label={words.list.from}>
          {(field) => <input className="input" {...field} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />}
        </Field>
        <Field label={say.order}>
          {(field) => <input className="input" {...field} maxLength={80} value={order} onChange={(event) => setOrder(event.target.value)} />}
        </Field>
      </div>
      {isByOrder(group.group.kind) && <p className="small muted">{say.orderHint}</p>}
    </FormDialog>
  );
}
