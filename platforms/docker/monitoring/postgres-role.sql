-- The role of monitoring: it reads what PostgreSQL tells whoever may sign in, and nothing in the tables.
-- It is not in pg_monitor: with that it would read the statement of every session, and the personal data in it.
-- https://www.postgresql.org/docs/current/predefined-roles.html
-- The password comes last: what failed stands in the server's log, word for word.
\set password `cat /run/secrets/role-password`
SELECT 'CREATE ROLE ringfence_monitoring'
    WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ringfence_monitoring') \gexec
SELECT 'REVOKE pg_monitor FROM ringfence_monitoring'
    WHERE pg_has_role('ringfence_monitoring', 'pg_monitor', 'MEMBER') \gexec
ALTER ROLE ringfence_monitoring SET statement_timeout = '10s';
ALTER ROLE ringfence_monitoring LOGIN CONNECTION LIMIT 5 PASSWORD :'password';
