-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "username" TEXT,
    "name" TEXT,
    "password_hash" TEXT,
    "guest" BOOLEAN NOT NULL DEFAULT false,
    "email_verified" TIMESTAMPTZ(3),
    "image" TEXT,
    "merged_into" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "idle_until" TIMESTAMPTZ(3) NOT NULL,
    "absolute_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "account" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "setting" (
    "user_id" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "rollover_hour" SMALLINT NOT NULL,
    "new_per_day" SMALLINT NOT NULL,
    "desired_retention" DOUBLE PRECISION NOT NULL,
    "caps" BOOLEAN NOT NULL,
    "four_buttons" BOOLEAN NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "tat" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "class" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "join_code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "class_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_pkey" PRIMARY KEY ("class_id","user_id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "pack_id" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "opens_wall" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_wall" TEXT NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "variant" (
    "assignment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "variant_pkey" PRIMARY KEY ("assignment_id","number")
);

-- CreateTable
CREATE TABLE "variant_slot" (
    "assignment_id" UUID NOT NULL,
    "variant" INTEGER NOT NULL,
    "slot" INTEGER NOT NULL,
    "question_hash" TEXT NOT NULL,
    "points" DECIMAL(6,2) NOT NULL,

    CONSTRAINT "variant_slot_pkey" PRIMARY KEY ("assignment_id","variant","slot")
);

-- CreateTable
CREATE TABLE "attempt" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "variant" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_by" TEXT,
    "score" DECIMAL(8,2),

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "step" (
    "user_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "slot" INTEGER,
    "response" JSONB,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "step_pkey" PRIMARY KEY ("user_id","attempt_id","id")
);

-- CreateTable
CREATE TABLE "pack" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "current_hash" TEXT NOT NULL,

    CONSTRAINT "pack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pack_revision" (
    "pack_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pack_revision_pkey" PRIMARY KEY ("pack_id","hash")
);

-- CreateTable
CREATE TABLE "question" (
    "hash" TEXT NOT NULL,
    "pack_id" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "question_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "event" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "device_id" UUID NOT NULL,
    "device_seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "rollover_hour" SMALLINT NOT NULL,
    "learner_day" DATE NOT NULL,
    "question_hash" TEXT,
    "response" JSONB,
    "fraction" DOUBLE PRECISION,
    "took_ms" INTEGER,
    "context" JSONB NOT NULL,
    "body_hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "review" (
    "user_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "pack_id" TEXT NOT NULL,
    "fact_key" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "rating" TEXT NOT NULL,
    "due" TIMESTAMPTZ(3) NOT NULL,
    "due_day" DATE NOT NULL,

    CONSTRAINT "review_pkey" PRIMARY KEY ("user_id","event_id","pack_id","fact_key","direction")
);

-- CreateTable
CREATE TABLE "card" (
    "user_id" UUID NOT NULL,
    "pack_id" TEXT NOT NULL,
    "fact_key" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "stability" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "rung" SMALLINT NOT NULL,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "right_in_row" INTEGER NOT NULL,
    "produced" BOOLEAN NOT NULL,
    "last_rating" TEXT NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "last_day" DATE NOT NULL,
    "due" TIMESTAMPTZ(3) NOT NULL,
    "due_day" DATE NOT NULL,
    "cap" TEXT,
    "suspended" BOOLEAN NOT NULL DEFAULT false,
    "buried_until" DATE,

    CONSTRAINT "card_pkey" PRIMARY KEY ("user_id","pack_id","fact_key","direction")
);

-- CreateTable
CREATE TABLE "study_day" (
    "user_id" UUID NOT NULL,
    "learner_day" DATE NOT NULL,
    "answers" INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    "took_ms" BIGINT NOT NULL,

    CONSTRAINT "study_day_pkey" PRIMARY KEY ("user_id","learner_day")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_username_key" ON "user"("username");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "class_join_code_key" ON "class"("join_code");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE INDEX "assignment_class_id_idx" ON "assignment"("class_id");

-- CreateIndex
CREATE INDEX "assignment_closes_at_idx" ON "assignment"("closes_at");

-- CreateIndex
CREATE INDEX "attempt_assignment_id_idx" ON "attempt"("assignment_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_user_id_assignment_id_number_key" ON "attempt"("user_id", "assignment_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "pack_revision_pack_id_number_key" ON "pack_revision"("pack_id", "number");

-- CreateIndex
CREATE INDEX "event_user_id_at_device_id_device_seq_id_idx" ON "event"("user_id", "at", "device_id", "device_seq", "id");

-- CreateIndex
CREATE INDEX "review_user_id_pack_id_fact_key_direction_idx" ON "review"("user_id", "pack_id", "fact_key", "direction");

-- CreateIndex
CREATE INDEX "card_user_id_due_day_idx" ON "card"("user_id", "due_day");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "setting" ADD CONSTRAINT "setting_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant" ADD CONSTRAINT "variant_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant_slot" ADD CONSTRAINT "variant_slot_assignment_id_variant_fkey" FOREIGN KEY ("assignment_id", "variant") REFERENCES "variant"("assignment_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step" ADD CONSTRAINT "step_user_id_attempt_id_fkey" FOREIGN KEY ("user_id", "attempt_id") REFERENCES "attempt"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_revision" ADD CONSTRAINT "pack_revision_pack_id_fkey" FOREIGN KEY ("pack_id") REFERENCES "pack"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_user_id_event_id_fkey" FOREIGN KEY ("user_id", "event_id") REFERENCES "event"("user_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
