import { useId, useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Field, FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import { addLoadRoute, changeLoadRoute, endLoadRoute } from "../../contract/load/load.ts";
import { planWords } from "../plans/plans-words.ru.ts";
import { usePlanForm } from "../plans/use-plans.ts";
import type { Load } from "../plans/use-plans.ts";
import { weeklyTyped } from "./weekly-typed.ts";

const words = planWords.load;

/** A new line of load: whom, what, who teaches and how many hours. */
export function AddLoadDialog({ data, onClose }: { data: Load; onClose: () => void }) {
  const [groupId, setGroupId] = useState(0);
  const [subject, setSubject] = useState("");
  const [teacherId, setTeacherId] = useState(0);
  const [hours, setHours] = useState("");
  const send = usePlanForm();
  const list = useId();
  const weeklyHours = weeklyTyped(hours);
  const add = async () => {
    if (weeklyHours !== null) await send(() => call(addLoadRoute, { body: { groupId, subject: subject.trim(), teacherId, weeklyHours } }));
  };
  return (
    <FormDialog
      title={words.addTitle}
      submit={words.add}
      cancel={planWords.cancel}
      ready={groupId > 0 && subject.trim() !== "" && teacherId > 0 && weeklyHours !== null}
      onSubmit={add}
      onClose={onClose}
    >
      <p className="soft">{words.addText}</p>
      <Field label={words.group}>
        {(field) => (
          <select className="input" {...field} value={groupId} onChange={(event) => setGroupId(Number(event.target.value))}>
            <option value={0}>{words.choose}</option>
            {data.groups.map((each) => (
              <option key={each.groupId} value={each.groupId}>
                {each.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.subject}>
        {(field) => (
          <>
            <input className="input" {...field} list={list} maxLength={120} value={subject} onChange={(event) => setSubject(event.target.value)} />
            <datalist id={list}>
              {data.subjects.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field label={words.teacher}>
        {(field) => (
          <select className="input" {...field} value={teacherId} onChange={(event) => setTeacherId(Number(event.target.value))}>
            <option value={0}>{words.choose}</option>
            {data.teachers.map((each) => (
              <option key={each.personId} value={each.personId}>
                {each.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Hours value={hours} onChange={setHours} />
    </FormDialog>
  );
}

/** Another number of hours from today, or the end of the line. */
export function ChangeLoadDialog({ line, onClose }: { line: Load["lines"][number]; onClose: () => void }) {
  const [hours, setHours] = useState(planWords.number(line.weeklyHours));
  const send = usePlanForm();
  const weeklyHours = weeklyTyped(hours);
  const params = { pageId: line.pageId, teacherId: line.teacherId };
  const expectedHours = line.weeklyHours;
  const change = async () => {
    if (weeklyHours !== null) await send(() => call(changeLoadRoute, { params, body: { expectedHours, weeklyHours } }));
  };
  const end = () => send(() => call(endLoadRoute, { params, body: { expectedHours } }));
  return (
    <FormDialog
      title={`${words.changeTitle}: ${planWords.plan.title(line.groupName, line.subject)}`}
      submit={planWords.save}
      cancel={planWords.cancel}
      ready={weeklyHours !== null}
      also={{ words: words.end, danger: true, deed: end }}
      onSubmit={change}
      onClose={onClose}
    >
      <p>{line.teacher}</p>
      <Hours value={hours} onChange={setHours} />
      <p className="soft small">{words.endText}</p>
    </FormDialog>
  );
}

function Hours({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const id = useId();
  const isWrong = value !== "" && weeklyTyped(value) === null;
  return (
    <div className="field">
      <label htmlFor={id}>{words.hours}</label>
      <input
        id={id}
        className="input short"
        inputMode="decimal"
        value={value}
        aria-invalid={isWrong}
        aria-describedby={`${id}-wrong`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="err" id={`${id}-wrong`}>
        {isWrong && words.hoursWrong}
      </span>
    </div>
  );
}
