-- A stream of whole classes has every pupil of them: who comes into a class comes into its stream, who leaves it leaves the stream.
alter table people.study_group add column whole boolean not null default false;
