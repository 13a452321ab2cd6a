package se.justera;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import se.justera.cli.Commands;

/**
 * The classes of the jars inside ours, for a command that ends before it is warm. Spring Boot's loader asks each of some two hundred jars for
 * every class and reads the manifests of signed ones; this one first asks the jar that had the last class of the same
 * package. It finds the same classes and resources in the same order.
 */
final class NestedJars extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final List<Jar> jars;
    private final Map<String, Jar> homes = new ConcurrentHashMap<>();

    NestedJars(URL... jars) {
        super("nested", getPlatformClassLoader());
        this.jars = Stream.of(jars).map(url -> Jar.open(url, this)).toList();
    }

    /** One jar with what its classes may do. */
    private record Jar(URL url, JarFile file, ProtectionDomain domain) {

        static Jar open(URL url, ClassLoader loader) {
            try {
                CodeSource source = new CodeSource(url, (Certificate[]) null);
                JarFile file = ((JarURLConnection) url.openConnection()).getJarFile();
                return new Jar(url, file, new ProtectionDomain(source, null, loader, null));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte @Nullable [] read(String path) {
            ZipEntry entry = file.getEntry(path);
            if (entry == null) {
                return null;
            }
            try (InputStream in = file.getInputStream(entry)) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Stream<URL> resource(String name) {
            try {
                return file.getEntry(name) == null ? Stream.empty() : Stream.of(new URL(url, name));
            } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Runs a command that does not start the house; outside our jar with the classes as they are. */
    static int run(String... arguments) {
        if (!(Justera.class.getClassLoader() instanceof URLClassLoader launcher)) {
            return Commands.run(Justera.class, arguments);
        }
        try {
            NestedJars jars = new NestedJars(launcher.getURLs());
            Thread.currentThread().setContextClassLoader(jars);
            return (int) jars.loadClass(Commands.class.getName())
                    .getMethod("run", Class.class, String[].class)
                    .invoke(null, jars.loadClass(Justera.class.getName()), arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the commands are in our jar", e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/') + ".class";
        String directory = path.substring(0, path.lastIndexOf('/') + 1);
        Jar home = homes.get(directory);
        byte[] found = home == null ? null : home.read(path);
        for (int n = 0; found == null && n < jars.size(); n++) {
            home = jars.get(n);
            found = home.read(path);
        }
        if (home == null || found == null) {
            throw new ClassNotFoundException(name);
        }
        homes.put(directory, home);
        return defineClass(name, found, 0, found.length, home.domain());
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return jars.stream().flatMap(jar -> jar.resource(name)).findFirst().orElse(null);
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        List<URL> found = new ArrayList<>();
        jars.forEach(jar -> jar.resource(name).forEach(found::add));
        return Collections.enumeration(found);
    }
}
