-- A refund belongs to the work month its payment was for.
update fact_refund r set month = p.month
from (
  select x.project_id, x.refund_id, min(y.month) as month
  from fact_refund x join fact_pay y on y.project_id = x.project_id and y.flow_id = x.payment_id
  group by 1, 2
) p
where r.project_id = p.project_id and r.refund_id = p.refund_id and r.month <> p.month
