import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What the cron reader that a Zeebe 8.5.8 carries says to each expression: the next three dates after some instants, `never`,
 * `refused`, or `fails` where it only breaks when a date is asked for. One line each, with tabs.
 */
class CronDates {
  private static final List<String> FROM =
      List.of("2026-11-29T01:49:00Z", "2027-02-27T23:59:59.500Z", "2028-01-31T12:00:00Z", "2026-12-31T23:59:59Z");

  public static void main(String[] arguments) throws Exception {
    for (String expression : Files.readAllLines(Path.of(arguments[0]))) {
      System.out.println(expression + "\t" + answer(expression));
    }
  }

  private static String answer(String expression) {
    final ExecutionTime times;
    try {
      final var definition = CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING53);
      times = ExecutionTime.forCron(new CronParser(definition).parse(expression));
    } catch (RuntimeException refused) {
      return "refused";
    }
    return String.join("\t", FROM.stream().map(from -> dates(times, from)).toList());
  }

  private static String dates(ExecutionTime times, String from) {
    final StringBuilder dates = new StringBuilder(from);
    ZonedDateTime last = Instant.parse(from).atZone(ZoneOffset.UTC);
    try {
      for (int count = 0; count < 3; count++) {
        final var next = times.nextExecution(last);
        if (next.isEmpty()) return dates.append(" never").toString();
        last = next.get();
        dates.append(' ').append(last.toInstant());
      }
    } catch (RuntimeException broken) {
      return dates.append(" fails").toString();
    }
    return dates.toString();
  }
}
