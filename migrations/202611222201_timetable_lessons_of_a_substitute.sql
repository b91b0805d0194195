-- The lessons that a person gives for another are few and looked for by the person: on «Мои дела» with every opening.
create index lesson_substitute on timetable.lesson (school_id, substitute_id) where substitute_id is not null;
