import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { GYM_ROLES, INVITATION_STATUSES } from '@/lib/core/gym'
import { createdAt, idColumn, instant } from './columns'
import { users } from './identity'

/** Gyms; tables and columns are those of Better Auth's organizations. */
export const organizations = pgTable(
  'organizations',
  {
    id: idColumn(),
    name: text('name').notNull(),
    slug: text('slug').notNull(),
    logo: text('logo'),
    metadata: text('metadata'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('organizations_slug_unique').on(t.slug),
    check('organizations_name_length', sql`char_length(${t.name}) between 1 and 100`),
    check('organizations_slug_shape', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
)

export const members = pgTable(
  'members',
  {
    id: idColumn(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role', { enum: GYM_ROLES }).notNull().default('member'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('members_organization_user_unique').on(t.organizationId, t.userId),
    index('members_user_index').on(t.userId),
    // One at a time: whoever hands a gym over stops owning it first.
    uniqueIndex('members_one_owner').on(t.organizationId).where(sql`${t.role} = 'owner'`),
    check('members_role_known', sql`${t.role} in ('owner', 'admin', 'trainer', 'member')`),
  ],
)

export const invitations = pgTable(
  'invitations',
  {
    id: idColumn(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    /** In lower case; whoever accepts has it, confirmed. */
    email: text('email').notNull(),
    role: text('role', { enum: GYM_ROLES }).notNull(),
    status: text('status', { enum: INVITATION_STATUSES }).notNull().default('pending'),
    expiresAt: instant('expires_at').notNull(),
    inviterId: uuid('inviter_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('invitations_one_pending')
      .on(t.organizationId, t.email)
      .where(sql`${t.status} = 'pending'`),
    index('invitations_organization_index').on(t.organizationId, t.status),
    index('invitations_email_index').on(t.email, t.status),
    index('invitations_inviter_index').on(t.inviterId),
    check('invitations_role_known', sql`${t.role} in ('admin', 'trainer', 'member')`),
    check(
      'invitations_status_known',
      sql`${t.status} in ('pending', 'accepted', 'rejected', 'canceled')`,
    ),
  ],
)
