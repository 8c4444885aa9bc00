-- The role of monitoring: it reads the server's figures, and nothing in the tables.
-- The password comes last: what failed stands in the server's log, word for word.
\set password `cat /run/secrets/role-password`
SELECT 'CREATE ROLE ringfence_monitoring'
    WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ringfence_monitoring') \gexec
GRANT pg_monitor TO ringfence_monitoring;
ALTER ROLE ringfence_monitoring SET statement_timeout = '10s';
ALTER ROLE ringfence_monitoring LOGIN CONNECTION LIMIT 5 PASSWORD :'password';
