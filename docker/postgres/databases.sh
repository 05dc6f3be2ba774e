#!/bin/sh
# A database for each service and one for Keycloak, each with an owner of its own who can open no other: PostgreSQL itself
# sees to it that no service reads another's data. Runs once, when the data folder is empty.
set -eu

for name in catalog live orders keycloak; do
  psql -v ON_ERROR_STOP=1 -v name="$name" -v password="$VETRINA_DATABASE_PASSWORD" -U postgres -d postgres <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name" template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C';
revoke connect on database :"name" from public;
SQL
done
