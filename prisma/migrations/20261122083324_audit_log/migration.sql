-- AlterTable
ALTER TABLE "user" ADD COLUMN     "audit_id" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateTable
CREATE TABLE "audit" (
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "actor" UUID,
    "what" TEXT NOT NULL,
    "class_id" UUID,
    "assignment_id" UUID,
    "about" UUID[],
    "changed" JSONB NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "audit_class_id_seq_idx" ON "audit"("class_id", "seq");

-- CreateIndex
CREATE INDEX "audit_at_idx" ON "audit"("at");

-- CreateIndex
CREATE UNIQUE INDEX "user_audit_id_key" ON "user"("audit_id");

-- Words are kebab-case, and what changed is an object.
ALTER TABLE "audit"
  ALTER COLUMN "about" SET NOT NULL,
  ADD CONSTRAINT "audit_what" CHECK ("what" ~ '^[a-z]+(-[a-z]+)*$'),
  ADD CONSTRAINT "audit_changed" CHECK (jsonb_typeof("changed") = 'object');

-- Only ever appended: the app's role may not change a line anyway, and its owner may only let go what is older than a year.
CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.at < now() - interval '1 year' THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'The audit log is only ever appended to.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_rows_stay BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION audit_stays();
CREATE TRIGGER audit_stays_whole BEFORE TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION audit_stays();
