-- The three roles of Laufmappe and its database, as the built-in PostgreSQL has them. For loopback only: the passwords
-- stand in test/stack/compose/environment.
CREATE ROLE laufmappe_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD 'laufmappe-owner';
CREATE ROLE laufmappe_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD 'laufmappe-app';
CREATE ROLE laufmappe_session LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD 'laufmappe-session';
CREATE DATABASE laufmappe OWNER laufmappe_owner;
REVOKE ALL ON DATABASE laufmappe FROM PUBLIC;
GRANT CONNECT ON DATABASE laufmappe TO laufmappe_app, laufmappe_session;
