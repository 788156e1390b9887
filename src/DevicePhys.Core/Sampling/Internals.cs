using System.Runtime.CompilerServices;

// The tests compare the kernels of every width with the plain reference; a user needs only the stream.
[assembly: InternalsVisibleTo("DevicePhys.Tests")]
