import { useId, useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { addLoadRoute, changeLoadRoute, endLoadRoute } from "../../contract/load/load.ts";
import { Wrong } from "../plans/Wrong.tsx";
import { planWords } from "../plans/plans-words.ru.ts";
import { usePlanWork } from "../plans/use-plans.ts";
import type { Load } from "../plans/use-plans.ts";
import { weeklyTyped } from "./weekly-typed.ts";

const words = planWords.load;

/** A new line of load: whom, what, who teaches and how many hours. */
export function AddLoadDialog({ data, onClose }: { data: Load; onClose: () => void }) {
  const [groupId, setGroupId] = useState(0);
  const [subject, setSubject] = useState("");
  const [teacherId, setTeacherId] = useState(0);
  const [hours, setHours] = useState("");
  const { run, wrong, busy } = usePlanWork();
  const [group, what, teacher, many, list] = [useId(), useId(), useId(), useId(), useId()];
  const weeklyHours = weeklyTyped(hours);
  const ready = groupId > 0 && subject.trim() !== "" && teacherId > 0 && weeklyHours !== null;
  const add = async () => {
    if (await run(() => call(addLoadRoute, { body: { groupId, subject: subject.trim(), teacherId, weeklyHours } }))) onClose();
  };
  return (
    <Dialog
      title={words.addTitle}
      onClose={onClose}
      footer={
        <>
          <button className="btn" type="button" onClick={onClose}>
            {planWords.cancel}
          </button>
          <button className="btn primary" type="button" disabled={!ready || busy} onClick={() => void add()}>
            {words.add}
          </button>
        </>
      }
    >
      <p className="soft">{words.addText}</p>
      <div className="field">
        <label htmlFor={group}>{words.group}</label>
        <select id={group} className="input" value={groupId} onChange={(event) => setGroupId(Number(event.target.value))}>
          <option value={0}>{words.choose}</option>
          {data.groups.map((each) => (
            <option key={each.groupId} value={each.groupId}>
              {each.name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={what}>{words.subject}</label>
        <input id={what} className="input" list={list} maxLength={120} value={subject} onChange={(event) => setSubject(event.target.value)} />
        <datalist id={list}>
          {data.subjects.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </datalist>
      </div>
      <div className="field">
        <label htmlFor={teacher}>{words.teacher}</label>
        <select id={teacher} className="input" value={teacherId} onChange={(event) => setTeacherId(Number(event.target.value))}>
          <option value={0}>{words.choose}</option>
          {data.teachers.map((each) => (
            <option key={each.personId} value={each.personId}>
              {each.name}
            </option>
          ))}
        </select>
      </div>
      <Hours id={many} value={hours} onChange={setHours} />
      <Wrong text={wrong} />
    </Dialog>
  );
}

/** Another number of hours from today, or the end of the line. */
export function ChangeLoadDialog({ line, onClose }: { line: Load["lines"][number]; onClose: () => void }) {
  const [hours, setHours] = useState(planWords.number(line.weeklyHours));
  const { run, wrong, busy } = usePlanWork();
  const many = useId();
  const weeklyHours = weeklyTyped(hours);
  const params = { pageId: line.pageId, teacherId: line.teacherId };
  const expectedHours = line.weeklyHours;
  const change = async () => {
    if (await run(() => call(changeLoadRoute, { params, body: { expectedHours, weeklyHours } }))) onClose();
  };
  const end = async () => {
    if (await run(() => call(endLoadRoute, { params, body: { expectedHours } }))) onClose();
  };
  return (
    <Dialog
      title={`${words.changeTitle}: ${planWords.plan.title(line.groupName, line.subject)}`}
      onClose={onClose}
      footer={
        <>
          <button className="btn danger" type="button" disabled={busy} onClick={() => void end()}>
            {words.end}
          </button>
          <span className="grow" />
          <button className="btn" type="button" onClick={onClose}>
            {planWords.cancel}
          </button>
          <button className="btn primary" type="button" disabled={weeklyHours === null || busy} onClick={() => void change()}>
            {planWords.save}
          </button>
        </>
      }
    >
      <p>{line.teacher}</p>
      <Hours id={many} value={hours} onChange={setHours} />
      <p className="soft small">{words.endText}</p>
      <Wrong text={wrong} />
    </Dialog>
  );
}

function Hours({ id, value, onChange }: { id: string; value: string; onChange: (text: string) => void }) {
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
