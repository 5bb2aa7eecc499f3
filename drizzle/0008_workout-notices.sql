-- Whoever changes a workout raises its revision, which is told to those who watch it on another
-- device: its id and revision alone, once the change is committed.
CREATE FUNCTION tell_of_workout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM pg_notify('workouts', OLD.id || ' 0');
  ELSIF NEW.revision <> OLD.revision THEN
    PERFORM pg_notify('workouts', NEW.id || ' ' || NEW.revision);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER workout_sessions_tell AFTER UPDATE OR DELETE ON workout_sessions
FOR EACH ROW EXECUTE FUNCTION tell_of_workout();
