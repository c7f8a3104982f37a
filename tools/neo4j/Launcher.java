import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/**
 * Neo4js on the loopback interface, in one process: the arguments are the MiB of each page cache, for how many seconds a plan
 * is kept however much the graph changes, and a directory and a Bolt port for each.
 */
public final class Launcher {
  public static void main(String[] arguments) throws Exception {
    var pageCache = ByteUnit.mebiBytes(Long.parseLong(arguments[0]));
    var planned = Duration.ofSeconds(Long.parseLong(arguments[1]));
    var services = new ArrayList<DatabaseManagementService>();
    try {
      for (int at = 2; at < arguments.length; at += 2) {
        services.add(start(Path.of(arguments[at]), Integer.parseInt(arguments[at + 1]), pageCache, planned));
      }
      System.out.println("READY");
      // Standard input closes when the parent ends, however it ends: this process never outlives it.
      while (System.in.read() != -1) {}
    } finally {
      // Where one of several does not start, the others would keep the process alive.
      services.forEach(DatabaseManagementService::shutdown);
    }
  }

  private static DatabaseManagementService start(Path directory, int port, long pageCache, Duration planned) {
    return new DatabaseManagementServiceBuilder(directory)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
        // Nobody is served on the way out: the usual ten seconds of grace would only be waited for.
        .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
        .setConfig(GraphDatabaseSettings.pagecache_memory, pageCache)
        .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, planned)
        // A test run is no usage to report to Neo4j.
        .setConfig(GraphDatabaseSettings.udc_enabled, false)
        .build();
  }
}
