/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row as a GObject, with a property for each field of its table. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include "core/model/genlock-row.h"

/* Field n is property n + FIRST_FIELD. */
enum
{
  PROP_RECORD = 1,
  FIRST_FIELD,
};

typedef struct
{
  GenlockRecord *record; /* owned, nullable */
} GenlockRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (GenlockRow, genlock_row, G_TYPE_OBJECT)

static GParamSpec *
make_property (const GenlockField *field)
{
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /* GObject keeps the interned name, whatever becomes of this copy. */
  const char *interned = g_intern_string (name);

  switch (field->type)
    {
    case GENLOCK_INT:
      return g_param_spec_int64 (interned, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

    case GENLOCK_REAL:
      return g_param_spec_double (interned, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

    case GENLOCK_BOOL:
      return g_param_spec_boolean (interned, NULL, NULL, FALSE, flags);

    case GENLOCK_TEXT:
    case GENLOCK_ENUM:
    case GENLOCK_ID:
    case GENLOCK_LINK:
    case GENLOCK_REF:
    case GENLOCK_DAY:
    case GENLOCK_INSTANT:
    case GENLOCK_JSON:
      return g_param_spec_string (interned, NULL, NULL, NULL, flags);
    }

  g_assert_not_reached ();
}

static void
get_field (const GenlockRecord *record,
           guint index,
           GValue *value)
{
  switch (genlock_table_get_field (genlock_record_get_table (record), index)->type)
    {
    case GENLOCK_INT:
      g_value_set_int64 (value, genlock_record_get_int (record, index));
      return;

    case GENLOCK_REAL:
      g_value_set_double (value, genlock_record_get_real (record, index));
      return;

    case GENLOCK_BOOL:
      g_value_set_boolean (value, genlock_record_get_bool (record, index));
      return;

    case GENLOCK_TEXT:
    case GENLOCK_ENUM:
    case GENLOCK_ID:
    case GENLOCK_LINK:
    case GENLOCK_REF:
    case GENLOCK_DAY:
    case GENLOCK_INSTANT:
    case GENLOCK_JSON:
      g_value_set_string (value, genlock_record_get_text (record, index));
      return;
    }

  g_assert_not_reached ();
}

static void
genlock_row_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  GenlockRow *self = GENLOCK_ROW (object);
  GenlockRowPrivate *priv = genlock_row_get_instance_private (self);

  if (prop_id == PROP_RECORD)
    g_value_set_pointer (value, priv->record);
  else if (priv->record != NULL)
    get_field (priv->record, prop_id - FIRST_FIELD, value);
}

static void
genlock_row_finalize (GObject *object)
{
  GenlockRowPrivate *priv = genlock_row_get_instance_private (GENLOCK_ROW (object));

  g_clear_pointer (&priv->record, genlock_record_unref);

  G_OBJECT_CLASS (genlock_row_parent_class)->finalize (object);
}

static void
genlock_row_class_init (GenlockRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = genlock_row_get_property;
  object_class->finalize = genlock_row_finalize;

  g_object_class_install_property (object_class, PROP_RECORD,
                                   g_param_spec_pointer ("record", NULL, NULL,
                                                         G_PARAM_READABLE
                                                         | G_PARAM_EXPLICIT_NOTIFY
                                                         | G_PARAM_STATIC_STRINGS));
}

static void
genlock_row_init (GenlockRow *self)
{
}

static void
table_class_init (gpointer klass,
                  gpointer class_data)
{
  const GenlockTable *table = class_data;

  GENLOCK_ROW_CLASS (klass)->table = table;
  G_OBJECT_CLASS (klass)->get_property = genlock_row_get_property;

  for (guint i = 0; i < table->n_fields; i++)
    g_object_class_install_property (klass, i + FIRST_FIELD,
                                     make_property (genlock_table_get_field (table, i)));
}

/* "sources" becomes "GenlockRow-sources". */
static GType
register_table (const GenlockTable *table)
{
  g_autofree char *name = g_strconcat ("GenlockRow-", table->name, NULL);
  GTypeInfo info = {
    .class_size = sizeof (GenlockRowClass),
    .class_init = table_class_init,
    .class_data = table,
    .instance_size = sizeof (GenlockRow),
  };

  return g_type_register_static (GENLOCK_TYPE_ROW, name, &info, G_TYPE_FLAG_FINAL);
}

GType
genlock_row_get_type_for_table (const GenlockTable *table)
{
  static GMutex mutex;
  static GHashTable *types; /* (element-type GenlockTable GType) */
  GType type;

  g_mutex_lock (&mutex);

  if (types == NULL)
    types = g_hash_table_new (NULL, NULL);

  type = GPOINTER_TO_SIZE (g_hash_table_lookup (types, table));
  if (type == 0)
    {
      type = register_table (table);
      g_hash_table_insert (types, (gpointer) table, GSIZE_TO_POINTER (type));
    }

  g_mutex_unlock (&mutex);

  return type;
}

GenlockRow *
genlock_row_new (const GenlockTable *table,
                 GenlockRecord *record)
{
  GenlockRow *self = g_object_new (genlock_row_get_type_for_table (table), NULL);
  GenlockRowPrivate *priv = genlock_row_get_instance_private (self);

  if (record != NULL)
    priv->record = genlock_record_ref (record);

  return self;
}

GenlockRecord *
genlock_row_get_record (GenlockRow *row)
{
  GenlockRowPrivate *priv = genlock_row_get_instance_private (row);

  g_return_val_if_fail (GENLOCK_IS_ROW (row), NULL);

  return priv->record;
}

/* Whether a field reads the same from both; a row that is being fetched reads as empty. */
static gboolean
field_equal (const GenlockRecord *a,
             const GenlockRecord *b,
             guint index)
{
  static const GenlockValue absent;

  return genlock_value_equal (a != NULL ? genlock_record_get_value (a, index) : &absent,
                              b != NULL ? genlock_record_get_value (b, index) : &absent);
}

void
genlock_row_set_record (GenlockRow *row,
                        GenlockRecord *record)
{
  GenlockRowPrivate *priv = genlock_row_get_instance_private (row);
  const GenlockTable *table = GENLOCK_ROW_GET_CLASS (row)->table;
  g_autoptr (GenlockRecord) before = NULL;

  g_return_if_fail (GENLOCK_IS_ROW (row));
  g_return_if_fail (record == NULL || genlock_record_get_table (record) == table);

  if (record == priv->record)
    return;

  before = g_steal_pointer (&priv->record);
  priv->record = record != NULL ? genlock_record_ref (record) : NULL;

  g_object_freeze_notify (G_OBJECT (row));
  g_object_notify (G_OBJECT (row), "record");

  for (guint i = 0; i < table->n_fields; i++)
    if (!field_equal (before, record, i))
      {
        g_autofree char *name = g_strdup (genlock_table_get_field (table, i)->name);

        g_object_notify (G_OBJECT (row), g_strdelimit (name, "_", '-'));
      }

  g_object_thaw_notify (G_OBJECT (row));
}
