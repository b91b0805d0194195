-- Which accounts a person of a school has is asked class by class; the primary key begins with the account.
-- How it was tried on a copy: an index, no row is touched.
create index account_person_of_school on access.account_person (school_id, person_id);
