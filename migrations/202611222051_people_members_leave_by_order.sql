-- The order by which a pupil left a group stands beside the one by which he came.
alter table people.member add column left_order_ref text not null default '';
-- The school of a pupil who comes from outside to an association.
alter table people.pupil add column from_school text not null default '';
-- Pages of who is taught apart from the class are few: a save asks for them and finds nothing at once.
create index page_apart on timetable.page (school_id, group_id) where kind in ('home_study', 'family_education');
