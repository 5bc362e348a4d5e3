-- Why: labour cost paid on the last working day before a month that begins with rest days is that month's. The rule must see
-- that the month before had an inflow of its own.
alter table prevention.project_fact add column spare_inflow_on date;
