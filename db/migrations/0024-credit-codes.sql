-- Why: a party known by its name alone cannot be reported above; an office that knows its credit code enters it at the desk.
grant update (credit_code) on prevention.enterprise to app_job;
